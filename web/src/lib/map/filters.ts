/** What the map is drawn from: filters, as the address of the page and the request to the server carry them. */

export interface Filters {
  since: string
  until: string
  voice: string[]
  outlet: string[]
  relation: string[]
  /** How claims are said: asserted, alleged, … */
  modality: string[]
  status: string
  /** The least credence of a claim; 0 for any. */
  least: number
  /** The least number of documents that an edge rests on; 0 where nobody has said: the server goes by the map's size. */
  evidence: number
  lift: string[]
  limit: number
  /** An actor that is drawn with its ties, whether or not it is among the most tied. */
  around: string
}

export const STATUSES = ['', 'none', 'confirmed', 'corrected', 'unsure'] as const
export const LIFTS = ['organs', 'members'] as const
export const SHARES = [0, 0.25, 0.5, 0.75, 0.9] as const
export const LIMIT = 80
export const MOST = 300

export function none(): Filters {
  return { since: '', until: '', voice: [], outlet: [], relation: [], modality: [], status: '', least: 0, evidence: 0, lift: [], limit: LIMIT, around: '' }
}

const MANY = ['voice', 'outlet', 'relation', 'modality', 'lift'] as const
const ONE = ['since', 'until', 'status', 'around'] as const

/** The filters as a query: only what differs from nothing asked, in one order, so that equal filters are equal words. */
export function query(filters: Filters): URLSearchParams {
  const found = new URLSearchParams()
  for (const key of ONE) if (filters[key]) found.set(key, filters[key])
  for (const key of MANY) for (const value of filters[key]) if (value) found.append(key, value)
  if (filters.least) found.set('least', String(filters.least))
  if (filters.evidence) found.set('evidence', String(filters.evidence))
  if (filters.limit !== LIMIT) found.set('limit', String(filters.limit))
  return found
}

/** What the server is asked: the filters, what is left to it, and how many actors at most, in one order too. */
export function request(filters: Filters): string {
  const found = query(filters)
  for (const key of ['evidence', 'limit'] as const) {
    found.delete(key)
    found.append(key, String(filters[key]))
  }
  return found.toString()
}

/** What narrows the claims alone, and not what is drawn of them: what a file that goes out is asked for with. */
export function narrowing(filters: Filters): URLSearchParams {
  const found = query(filters)
  for (const key of ['evidence', 'limit', 'around']) found.delete(key)
  return found
}

/** The filters that a query carries; what can't be read is left at nothing asked. */
export function read(params: URLSearchParams): Filters {
  const found = none()
  for (const key of ONE) found[key] = params.get(key) ?? ''
  for (const key of MANY) found[key] = [...new Set(params.getAll(key).filter(Boolean))]
  for (const key of ['since', 'until'] as const) if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(found[key])) found[key] = ''
  found.lift = found.lift.filter((l) => (LIFTS as readonly string[]).includes(l))
  if (!(STATUSES as readonly string[]).includes(found.status)) found.status = ''
  found.least = share(params.get('least'))
  found.evidence = whole(params.get('evidence'), 0, 0, 999)
  found.limit = whole(params.get('limit'), LIMIT, 10, MOST)
  return found
}

/** How many filters are on. What gathers actors leaves nothing out. */
export function asked(filters: Filters): number {
  return (
    [filters.since || filters.until, filters.status, filters.least, filters.evidence > 1].filter(Boolean).length +
    MANY.reduce((sum, key) => sum + filters[key].length, 0) -
    filters.lift.length
  )
}

/** Whether anything is set. What gathers actors leaves nothing out, but may leave no tie: both ends of each may be gathered into one. */
export function narrowed(filters: Filters): boolean {
  return asked(filters) + filters.lift.length > 0
}

/** Places of the two thumbs of the slider of time on a list of periods; the whole list where nothing is asked. */
export function thumbs(periods: readonly string[], since: string, until: string): [number, number] {
  const last = Math.max(0, periods.length - 1)
  const from = since ? periods.findIndex((p) => p >= since.slice(0, p.length)) : 0
  let to = until ? periods.findLastIndex((p) => p <= until) : last
  if (to < 0) to = 0
  const start = from < 0 ? last : from
  return [Math.min(start, to), Math.max(start, to)]
}

/** The dates that thumbs ask for: nothing at either end of the list, so that undated claims stay in. */
export function dates(periods: readonly string[], from: number, to: number): { since: string; until: string } {
  const last = periods.length - 1
  return { since: from <= 0 ? '' : (periods[from] ?? ''), until: to >= last ? '' : (periods[to] ?? '') }
}

function share(text: string | null): number {
  const n = Number(text)
  return text && n > 0 && n <= 1 ? n : 0
}

function whole(text: string | null, otherwise: number, least: number, most: number): number {
  const n = Number(text)
  return text && Number.isInteger(n) ? Math.min(most, Math.max(least, n)) : otherwise
}
