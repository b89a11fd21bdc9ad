/** Bars over time: what is said for above a line, what is said against below it. Pure measures; the page draws them. */

export interface Count {
  period: string
  for: number
  against: number
}
export interface Bar {
  period: string
  x: number
  width: number
  up: number
  upHeight: number
  down: number
  downHeight: number
}
export interface Chart {
  bars: Bar[]
  /** Where the line between for and against lies. */
  zero: number
  ticks: { value: number; y: number }[]
  labels: { text: string; x: number }[]
}

/**
 * Measures of a chart of `width` × `height`. Time runs with the direction of the page (`rtl`: the first period
 * at the right). Both halves have one scale, so that bars can be compared.
 */
export function chart(counts: readonly Count[], width: number, height: number, rtl: boolean): Chart {
  const most = (key: 'for' | 'against'): number => Math.max(0, ...counts.map((c) => c[key]))
  const step = stride(most('for') + most('against') || 1, 4)
  const above = Math.max(step, Math.ceil(most('for') / step) * step)
  const below = Math.ceil(most('against') / step) * step || step
  const unit = height / (above + below)
  const zero = above * unit
  const slot = width / Math.max(1, counts.length)
  const gap = Math.min(6, slot * 0.2)
  const bars = counts.map((c, i): Bar => {
    const x = (rtl ? counts.length - 1 - i : i) * slot + gap / 2
    return {
      period: c.period,
      x,
      width: Math.min(slot - gap, 64),
      up: zero - c.for * unit,
      upHeight: c.for * unit,
      down: zero,
      downHeight: c.against * unit,
    }
  })
  for (const bar of bars) bar.x += (slot - gap - bar.width) / 2
  const ticks: Chart['ticks'] = []
  for (let v = -below; v <= above; v += step) ticks.push({ value: Math.abs(v), y: zero - v * unit })
  const every = Math.max(1, Math.ceil((counts.length * 74) / width))
  const labels = bars.filter((_, i) => i % every === 0).map((b) => ({ text: b.period, x: b.x + b.width / 2 }))
  return { bars, zero, ticks, labels }
}

/** A round distance between lines: 1, 2 or 5 times a power of ten, at most about `lines` of them; never below 1. */
export function stride(range: number, lines: number): number {
  const rough = Math.max(1, range / Math.max(1, lines))
  const power = 10 ** Math.floor(Math.log10(rough))
  return [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? rough
}

/** How many letters a period has that is as exact as the unit. */
const EXACT: Record<string, number> = { year: 4, month: 7, week: 10, day: 10 }

/** What is dated exactly enough to stand in a period, and what is not: of a claim of "2014" nobody knows the month. */
export function apart(counts: readonly Count[], by: string): { exact: Count[]; coarse: Count[] } {
  const least = EXACT[by] ?? 0
  return { exact: counts.filter((c) => c.period.length >= least), coarse: counts.filter((c) => c.period.length < least) }
}

const DAY = 86_400_000
/** The length of a unit that has always the same one; a week is called by its Monday. */
const LASTS: Record<string, number> = { day: DAY, week: 7 * DAY }

/** Where a period lies in time, counted in periods. */
function place(period: string, by: string): number {
  if (LASTS[by]) return Date.parse(period) / LASTS[by]
  return by === 'year' ? Number(period.slice(0, 4)) : Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7))
}

/** The period that follows. */
function after(period: string, by: string): string {
  if (LASTS[by]) return new Date(Date.parse(period) + LASTS[by]).toISOString().slice(0, 10)
  const year = Number(period.slice(0, 4))
  const month = Number(period.slice(5, 7))
  if (by === 'year') return String(year + 1).padStart(4, '0')
  return month === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${period.slice(0, 4)}-${String(month + 1).padStart(2, '0')}`
}

/** As many periods have room beside one another, with a name under each second or third: among them none is set apart. */
const ROOM = 36

/**
 * The periods that lie together, and those far from all the others: one claim of 1915 must not squeeze a year into a
 * corner. The rule is that of `ahlaf change`: the shortest stretch that holds nineteen claims in twenty is looked for,
 * and far is what lies from it by more than its own length and a period's; of fewer than twenty claims none is.
 */
export function together(counts: readonly Count[], by: string): { near: Count[]; far: Count[] } {
  const sorted = [...counts].sort((a, b) => (a.period < b.period ? -1 : 1))
  const size = (c: Count): number => c.for + c.against
  const whole = sorted.reduce((n, c) => n + size(c), 0)
  const held = whole - Math.floor(whole / 20)
  const at = sorted.map((c) => place(c.period, by))
  let [start, end] = [at[0] ?? 0, at.at(-1) ?? 0]
  if (held === whole || end - start < ROOM) return { near: sorted, far: [] }
  let inside = 0
  let first = 0
  sorted.forEach((count, last) => {
    inside += size(count)
    for (; inside - size(sorted[first]!) >= held; first += 1) inside -= size(sorted[first]!)
    if (inside >= held && at[last]! - at[first]! < end - start) [start, end] = [at[first]!, at[last]!]
  })
  const reach = Math.max(end - start, 1)
  const isNear = (i: number): boolean => at[i]! >= start - reach && at[i]! <= end + reach
  return { near: sorted.filter((_, i) => isNear(i)), far: sorted.filter((_, i) => !isNear(i)) }
}

/** Periods without a claim between two that have some are shown, empty: a gap in the record is a finding. */
export function filled(counts: readonly Count[], by: string): Count[] {
  const known = new Map(counts.map((c) => [c.period, c]))
  const keys = [...known.keys()].sort()
  const first = keys[0]
  const last = keys.at(-1)
  if (first === undefined || last === undefined) return []
  const found: Count[] = []
  for (let at = first; at <= last && found.length < 600; at = after(at, by)) {
    found.push(known.get(at) ?? { period: at, for: 0, against: 0 })
  }
  return found.length < 600 ? found : [...counts]
}

/** Whether every period follows on the one before. */
export function contiguous(counts: readonly Count[], by: string): boolean {
  return counts.every((c, i) => i === 0 || c.period === after(counts[i - 1]!.period, by))
}
