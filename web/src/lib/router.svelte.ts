/** Where the reader is, kept in the part of the address behind `#`: `#/reader/12?claim=34`. */

export interface Route {
  /** The room's name in pages.ts. */
  page: string
  /** What follows it: a document's number, an actor's id. */
  id: string
  query: Record<string, string>
}

export function parse(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [page = '', ...rest] = path.split('/')
  return { page, id: decode(rest.join('/')), query: Object.fromEntries(new URLSearchParams(search)) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a room; empty values are left out. */
export function href(page: string, id: string | number = '', query: Record<string, string | number | null | undefined> = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
  }
  const tail = search.toString()
  return `#/${page}${id === '' ? '' : `/${encodeURIComponent(id)}`}${tail ? `?${tail}` : ''}`
}

export const route: Route = $state(parse(location.hash))

let typed: ReturnType<typeof setTimeout> | undefined

addEventListener('hashchange', () => {
  clearTimeout(typed)
  Object.assign(route, parse(location.hash))
})

/** Goes to a room; `replace` leaves no step in the browser's history (filters, the selected claim). */
export function go(to: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', to)
    Object.assign(route, parse(location.hash))
  } else location.hash = to
}

/** Changes the query of the current room without a step in the history. */
export function setQuery(change: Record<string, string | number | null | undefined>): void {
  const now = parse(location.hash)
  if (now.page !== route.page || now.id !== route.id) return // a link was followed of which the rooms don't know yet
  go(href(route.page, route.id, { ...route.query, ...change }), true)
}

/** Changes it when the typing rests. Who goes elsewhere meanwhile takes nothing of it along: the next room has a query of its own. */
export function setQuerySoon(change: Record<string, string | null>): void {
  clearTimeout(typed)
  typed = setTimeout(() => setQuery(change), 250)
}
