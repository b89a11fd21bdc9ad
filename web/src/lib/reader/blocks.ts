/**
 * An article cut into blocks, so that the browser lays out only what is near the eye: one block a paragraph, and
 * a paragraph too long for that at the ends of its sentences. Joined, the blocks are the text again.
 */

import { Offsets, type Span } from '../offsets'

export interface Block {
  /** In code points of the whole text. */
  readonly start: number
  readonly end: number
  /** With the line break that ends it, if any. */
  readonly text: string
}

/** Longer paragraphs are cut; in code points. */
export const LONGEST = 4000

export function blocks(offsets: Offsets, sentences: readonly Span[] = [], longest = LONGEST): Block[] {
  const { text } = offsets
  const cuts: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) cuts.push(offsets.toPoints(at) + 1)
  if (cuts.at(-1) !== offsets.length) cuts.push(offsets.length)
  const ends = sentences.map(([, end]) => end)
  const made: Block[] = []
  let start = 0
  for (const cut of cuts) {
    while (cut - start > longest) {
      const end = goodCut(offsets, ends, start, start + longest)
      made.push(block(offsets, start, end))
      start = end
    }
    if (cut > start) made.push(block(offsets, start, cut))
    start = cut
  }
  return made
}

function block(offsets: Offsets, start: number, end: number): Block {
  return { start, end, text: offsets.slice([start, end]) }
}

/** The last end of a sentence in reach (with the spaces behind it), else the last space, else where it must be. */
function goodCut(offsets: Offsets, ends: readonly number[], from: number, limit: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  const end = ends[low - 1]
  if (end !== undefined && end > from) {
    const behind = /^\s*/.exec(offsets.slice([end, limit]))?.[0].length ?? 0
    return end + behind
  }
  const reach = offsets.slice([from, limit])
  const space = Math.max(reach.lastIndexOf(' '), reach.lastIndexOf('\t'))
  return space > 0 ? from + new Offsets(reach).toPoints(space) + 1 : limit
}

/** The index of the block that holds a code point. */
export function blockAt(list: readonly Block[], point: number): number {
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as Block).end <= point) low = middle + 1
    else high = middle
  }
  return low
}
