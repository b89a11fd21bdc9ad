/** Which names of a map can be read: the first come first, each beside its mark where there is room for it. */

import type { Point } from './geometry'

export const SIDES = ['below', 'above', 'right', 'left'] as const
export type Side = (typeof SIDES)[number]
/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number]

export interface Sign {
  id: string
  /** The middle of its mark. */
  at: Point
  /** From there to the mark's edge. */
  half: number
  /** How much room its name takes. */
  wide: number
  high: number
  /** Whether its name may lie on others' marks where it has no room beside them. */
  heavy?: boolean
  /** Whether its name has to be read, even across another name. */
  must?: boolean
}

/** Between a mark and its name. */
export const GAP = 3

/**
 * On which side of its mark each name stands; who is not in the answer has no room. A name lies on no name that came
 * before it, on none of the boxes `taken`, on nobody's mark, and is not cut off at the edge of the `view` in which its
 * mark lies.
 */
export function legible(signs: readonly Sign[], taken: readonly Box[] = [], view?: Box): Map<string, Side> {
  const marks = signs.map((s): Box => [s.at[0] - s.half, s.at[1] - s.half, s.at[0] + s.half, s.at[1] + s.half])
  const names = [...taken]
  const found = new Map<string, Side>()
  signs.forEach((sign, i) => {
    const all = SIDES.map((side) => ({ side, box: beside(sign, side) }))
    const seen = view && within([...sign.at, ...sign.at], view) ? all.filter(({ box }) => within(box, view)) : all
    const ways = seen.length ? seen : all
    const apart = ways.filter(({ box }) => !names.some((name) => meet(box, name)))
    const clear = apart.find(({ box }) => !marks.some((mark, at) => at !== i && meet(box, mark)))
    const best = clear ?? (sign.heavy || sign.must ? apart[0] : undefined) ?? (sign.must ? ways[0] : undefined)
    if (!best) return
    names.push(best.box)
    found.set(sign.id, best.side)
  })
  return found
}

/**
 * The box lifted, a little at a time, over those that are `taken`, or let down where above there is no more of the `view`,
 * into which it is moved where some of it is seen; nothing where it would have to go too far.
 */
export function lifted(box: Box, taken: readonly Box[], view?: Box, most = 3): Box | undefined {
  const [left, top, right, foot] = view ? inside(box, view) : box
  const seen = view && within([left, top, right, foot], view)
  const steps = Array.from({ length: most + 1 }, (_, times) => -times)
  for (const by of seen ? [...steps, ...steps.map((s) => -s)] : steps) {
    const one: Box = [left, top + by * (foot - top), right, foot + by * (foot - top)]
    if (!taken.some((other) => meet(one, other)) && (!seen || within(one, view))) return one
  }
  return undefined
}

/** The box moved into the view, no farther than it must be; as it is where it lies outside altogether, or is too wide. */
function inside(box: Box, view: Box): Box {
  if (!meet(box, view)) return box
  const x = Math.max(0, view[0] - box[0]) || Math.min(0, view[2] - box[2])
  const y = Math.max(0, view[1] - box[1]) || Math.min(0, view[3] - box[3])
  const moved: Box = [box[0] + x, box[1] + y, box[2] + x, box[3] + y]
  return within(moved, view) ? moved : box
}

/** Where a name stands on a side of its mark. */
export function beside({ at: [x, y], half, wide, high }: Sign, side: Side): Box {
  const far = half + GAP
  if (side === 'below') return [x - wide / 2, y + far, x + wide / 2, y + far + high]
  if (side === 'above') return [x - wide / 2, y - far - high, x + wide / 2, y - far]
  if (side === 'right') return [x + far, y - high / 2, x + far + wide, y + high / 2]
  return [x - far - wide, y - high / 2, x - far, y + high / 2]
}

function within(a: Box, b: Box): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3]
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
