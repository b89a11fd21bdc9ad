/** What is supposed for the sake of argument: ties added, ties removed, claims doubted. It touches no data. */

export interface Tie {
  source: string
  relation: string
  target: string
}
export interface Supposed {
  add: Tie[]
  remove: Tie[]
  doubt: number[]
}

export function nothing(): Supposed {
  return { add: [], remove: [], doubt: [] }
}

export function empty(s: Supposed): boolean {
  return !s.add.length && !s.remove.length && !s.doubt.length
}

export function same(a: Tie, b: Tie): boolean {
  return a.source === b.source && a.relation === b.relation && a.target === b.target
}

/** With a claim doubted, or believed again. */
export function doubted(s: Supposed, claim: number): Supposed {
  const on = s.doubt.includes(claim)
  return { ...s, doubt: on ? s.doubt.filter((c) => c !== claim) : [...s.doubt, claim] }
}

/** With a tie added or removed; what was supposed the other way round before no longer is, nor is anything said twice. */
export function tied(s: Supposed, how: 'add' | 'remove', tie: Tie): Supposed {
  const other = how === 'add' ? 'remove' : 'add'
  if (s[other].some((t) => same(t, tie))) return { ...s, [other]: s[other].filter((t) => !same(t, tie)) }
  return s[how].some((t) => same(t, tie)) ? s : { ...s, [how]: [...s[how], tie] }
}

/** Without one thing that was supposed. */
export function without(s: Supposed, how: 'add' | 'remove' | 'doubt', at: number): Supposed {
  return { ...s, [how]: s[how].filter((_, i) => i !== at) }
}

export interface Frustration {
  value: number | null
  lower: number
  upper: number
  proved: boolean
}

/** A number as it may be said: the value only where it is proved, else its bounds. */
export function told(f: Frustration, write: (n: number) => string): string {
  return f.proved && f.value !== null ? write(f.value) : `${write(f.lower)}–${write(f.upper)}`
}
