/** Overlapping and nested spans, cut into flat pieces that a text can be written with, one after the other. */

import type { Span } from './offsets'

/** A span that should be lit: `mark` says what for, several marks may cover the same letters. */
export interface Lit<M> {
  readonly span: Span
  readonly mark: M
}

/** A piece of text under one and the same set of marks. */
export interface Segment<M> {
  readonly start: number
  readonly end: number
  readonly marks: readonly M[]
}

/**
 * The pieces of `from`…`to`, in order and without a gap: joined, they are the text again, letter for letter.
 * Spans that reach outside are cut; empty ones light nothing. Marks keep the order in which they were given.
 */
export function segments<M>(lit: readonly Lit<M>[], from: number, to: number): Segment<M>[] {
  const inside = lit
    .map(({ span, mark }) => ({ start: Math.max(from, span[0]), end: Math.min(to, span[1]), mark }))
    .filter(({ start, end }) => start < end)
  const cuts = [...new Set([from, to, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const opening = new Map<number, number[]>()
  const closing = new Map<number, number[]>()
  inside.forEach(({ start, end }, index) => {
    push(opening, start, index)
    push(closing, end, index)
  })
  const open = new Set<number>()
  const pieces: Segment<M>[] = []
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const start = cuts[at] as number
    for (const index of closing.get(start) ?? []) open.delete(index)
    for (const index of opening.get(start) ?? []) open.add(index)
    const marks = [...open].sort((a, b) => a - b).map((index) => (inside[index] as { mark: M }).mark)
    pieces.push({ start, end: cuts[at + 1] as number, marks })
  }
  return pieces
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}
