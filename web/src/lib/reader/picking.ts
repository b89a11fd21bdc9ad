/** Choosing words of the text without a mouse: a stretch that grows and moves by words or by letters. */

import type { Offsets, Span } from '../offsets'

/** How far around a place words are looked for; in code points. */
const REACH = 600

const WORD = /[\p{L}\p{N}\p{M}_\u0640\u200c\u200d]+/gu

function wordsAround(offsets: Offsets, point: number): Span[] {
  const from = Math.max(0, point - REACH)
  const text = offsets.slice([from, Math.min(offsets.length, point + REACH)])
  const words: Span[] = []
  let units = 0
  let points = from
  for (const hit of text.matchAll(WORD)) {
    points += [...text.slice(units, hit.index)].length
    const length = [...hit[0]].length
    words.push([points, points + length])
    points += length
    units = hit.index + hit[0].length
  }
  return words
}

/** The word at a place, or the next one behind it. */
export function wordAt(offsets: Offsets, point: number): Span | null {
  const words = wordsAround(offsets, point)
  return words.find(([, end]) => end > point) ?? words.at(-1) ?? null
}

export type Unit = 'word' | 'letter'

/** The chosen stretch moved on (or back, `step` -1): to the next word, or a letter further. */
export function move(offsets: Offsets, span: Span, step: 1 | -1, unit: Unit): Span {
  if (unit === 'letter') {
    const start = clamp(span[0] + step, 0, offsets.length - 1)
    return [start, start + 1]
  }
  if (step > 0) return wordsAround(offsets, span[1]).find(([start]) => start >= span[1]) ?? span
  return wordsAround(offsets, span[0]).filter(([, end]) => end <= span[0]).at(-1) ?? span
}

/** The end of the stretch moved on (or back): it grows or shrinks, and keeps at least one word or letter. */
export function stretch(offsets: Offsets, span: Span, step: 1 | -1, unit: Unit): Span {
  if (unit === 'letter') return [span[0], clamp(span[1] + step, span[0] + 1, offsets.length)]
  if (step > 0) {
    const next = wordsAround(offsets, span[1]).find(([, end]) => end > span[1])
    return next ? [span[0], next[1]] : span
  }
  const before = wordsAround(offsets, span[1]).filter(([start, end]) => end < span[1] && start >= span[0]).at(-1)
  return before ? [span[0], before[1]] : span
}

/** The same stretch without the white space at its ends; null where nothing is left. */
export function trimmed(offsets: Offsets, span: Span): Span | null {
  const words = offsets.slice(span)
  const ahead = words.length - words.trimStart().length
  const behind = words.length - words.trimEnd().length
  return ahead === words.length ? null : [span[0] + ahead, span[1] - behind]
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
