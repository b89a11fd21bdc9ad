/**
 * The map as a picture of its own, for who publishes it: what is seen, under its title and over its key and what it was
 * drawn from. Shapes and words alone, which `svg.ts` writes and `paint.ts` paints, so that both files show the same.
 */

import { runs, unmarked } from '../direction'
import type { Point } from './geometry'
import { beside } from './names'
import { towards, type Seen, type SeenLine, type SeenSpot } from './seen'

export interface Outline {
  d: string
  fill?: string
  stroke?: string
  width?: number
  dash?: readonly number[]
  opacity?: number
  fillOpacity?: number
  /** Where its (0, 0) lies, and how many times as large it is. */
  at?: readonly [number, number, number]
}
export interface Words {
  words: string
  x: number
  /** The line that the letters stand on. */
  y: number
  size: number
  weight: 400 | 600
  ink: string
  /** What lies under the letters and a little around them. */
  halo?: string
  from: 'left' | 'middle' | 'right'
  way: 'rtl' | 'ltr'
  opacity?: number
}
export type Shape = Outline | Words

export interface Figure {
  width: number
  height: number
  paper: string
  font: string
  language: string
  title: string
  /** All that it says in words. */
  told: string
  /** Left, top, width and height of what is seen; what of it lies outside is cut off. */
  view: readonly [number, number, number, number]
  inside: Shape[]
  around: Shape[]
}
export interface FigureInk {
  plus: string
  minus: string
  text: string
  soft: string
  line: string
  paper: string
  quiet: string
  focus: string
  camps: readonly string[]
  font: string
}
/** What is said beside the picture. */
export interface Caption {
  title: string
  /** Under the title. */
  lead: string
  plus: string
  minus: string
  alliance: string
  camps: readonly { mark: number; words: string }[]
  /** What it was drawn from, each in a paragraph. */
  notes: readonly string[]
  language: string
  way: 'rtl' | 'ltr'
}
/** How wide words are, at a size of letters. */
export type Measure = (words: string, size: number) => number

const PAD = 24
const [TITLE, LETTERS, SMALL] = [20, 13, 12] as const
const LINE = 1.65
/** The field that marks of camps are drawn on. */
const FIELD = 16
const SWATCH = 34
/** Letters of another machine may be so many times as wide as those that were measured. */
const SPARE = 1.2
/** From the middle of a line of letters to what they stand on, in letters. */
const FOOT = 0.34

export function figure(seen: Seen, caption: Caption, ink: FigureInk, marks: readonly string[], measure: Measure): Figure {
  const width = Math.max(480, seen.width) + 2 * PAD
  const page = new Column(width, caption.way, ink, measure)
  page.say(caption.title, TITLE, 600)
  page.say(caption.lead, LETTERS, 400, ink.soft)
  const top = page.y + 8
  page.y = top + seen.height + 16
  page.key([
    { words: `+ ${caption.plus}`, swatch: (x, y) => ({ d: `M${r(x)},${r(y)}h${SWATCH}`, stroke: ink.plus, width: 3 }) },
    { words: `− ${caption.minus}`, swatch: (x, y) => ({ d: `M${r(x)},${r(y)}h${SWATCH}`, stroke: ink.minus, width: 3, dash: [7, 4] }) },
    ...(seen.hulls.length
      ? [{ words: caption.alliance, swatch: (x: number, y: number): Outline => ({ d: `M${r(x)},${r(y - 6)}h${SWATCH}v12h${-SWATCH}Z`, stroke: ink.quiet, width: 1.5, dash: [2, 4] }) }]
      : []),
  ])
  for (const { mark, words } of caption.camps) {
    page.item(words, (x, y) => ({ d: marks[mark]!, fill: ink.camps[mark]!, at: [x, y - FIELD / 2, 1] }))
  }
  page.y += 6
  for (const note of caption.notes) page.say(note, SMALL, 400, ink.soft)
  const left = (width - seen.width) / 2
  const told = [caption.lead, ...caption.camps.map((c) => c.words), ...caption.notes].filter(Boolean).join('\n')
  return {
    width,
    height: Math.ceil(page.y + PAD - 8),
    paper: ink.paper,
    font: ink.font,
    language: caption.language,
    title: caption.title,
    told,
    view: [left, top, seen.width, seen.height],
    inside: network(seen, ink, marks),
    around: [{ d: `M${r(left)},${r(top)}h${r(seen.width)}v${r(seen.height)}h${r(-seen.width)}Z`, stroke: ink.line, width: 1 }, ...page.shapes],
  }
}

/** Lines of words from above to below, each begun where one begins to read. */
class Column {
  readonly shapes: Shape[] = []
  y = PAD - 8
  constructor(
    readonly width: number,
    readonly way: 'rtl' | 'ltr',
    readonly ink: FigureInk,
    readonly measure: Measure,
  ) {}

  private text(words: string, far: number, size: number, weight: 400 | 600, ink: string): void {
    const rtl = this.way === 'rtl'
    this.shapes.push({ words, x: rtl ? this.width - PAD - far : PAD + far, y: r(this.y + (size * LINE) / 2 + size * FOOT), size, weight, ink, from: rtl ? 'right' : 'left', way: this.way })
  }

  say(words: string, size: number, weight: 400 | 600, ink = this.ink.text, far = 0): void {
    if (!words) return
    for (const line of broken(words, this.width - 2 * PAD - far, (w) => SPARE * this.measure(w, size))) {
      this.text(line, far, size, weight, ink)
      this.y += size * LINE
    }
  }

  /** Words behind a mark of the width of a camp's. */
  item(words: string, mark: (x: number, y: number) => Outline): void {
    const x = this.way === 'rtl' ? this.width - PAD - FIELD : PAD
    this.shapes.push(mark(x, this.y + (LETTERS * LINE) / 2))
    this.say(words, LETTERS, 400, this.ink.text, FIELD + 8)
  }

  /** Several marks with their words in a row, and in as many rows as they need. */
  key(items: readonly { words: string; swatch: (x: number, y: number) => Outline }[]): void {
    let far = 0
    for (const { words, swatch } of items) {
      const room = SWATCH + 8 + SPARE * this.measure(words, LETTERS)
      if (far && far + room > this.width - 2 * PAD) {
        far = 0
        this.y += LETTERS * LINE
      }
      this.shapes.push(swatch(this.way === 'rtl' ? this.width - PAD - far - SWATCH : PAD + far, this.y + (LETTERS * LINE) / 2))
      this.text(words, far + SWATCH + 8, LETTERS, 400, this.ink.text)
      far += room + 20
    }
    this.y += LETTERS * LINE + 4
  }
}

/** Words in lines that are no wider than they may be; a word that is goes on in the next line. */
export function broken(words: string, most: number, wide: (words: string) => number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && wide(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...(wide(word) > most ? cut(word, most, wide) : [word]))
  }
  return lines
}

/** A word in pieces; a letter and its marks stay together, and stand alone where even they are too wide. */
function cut(word: string, most: number, wide: (words: string) => number): string[] {
  const pieces: string[] = []
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const longer = (pieces.at(-1) ?? '') + segment
    if (pieces.length && wide(longer) <= most) pieces[pieces.length - 1] = longer
    else pieces.push(segment)
  }
  return pieces
}

function network(seen: Seen, ink: FigureInk, marks: readonly string[]): Shape[] {
  const tone = (i: number): string => ink.camps[i % ink.camps.length]!
  const names = seen.spots.filter((s) => s.side).sort((a, b) => a.opacity - b.opacity)
  return [
    ...seen.hulls.map((h, i): Shape => ({ d: h.path, fill: tone(i), fillOpacity: 0.1, stroke: tone(i), width: 1.5, dash: [2, 4] })),
    ...seen.lines.flatMap((l) => line(l, ink)),
    ...seen.lines.filter((l) => l.letters > 0).map((l) => sign(l, ink)),
    ...seen.spots.map((s) => spot(s, ink, marks)),
    ...names.map((s) => called(s, ink)),
    ...seen.hulls.flatMap((h): Shape[] =>
      h.at ? [{ words: unmarked(h.name), x: r(h.at[0]), y: r(h.at[1] - 4), size: 12.8, weight: 600, ink: ink.text, halo: ink.paper, from: 'middle', way: runs(h.name) }] : [],
    ),
  ]
}

function line({ from, to, bend, sign, width, opacity, head }: SeenLine, ink: FigureInk): Shape[] {
  const stroke = sign > 0 ? ink.plus : ink.minus
  const end = head ? towards(to, bend ?? from, head) : to
  const [a, b] = [pair(from), pair(end)]
  const drawn: Shape = { d: bend ? `M${a}Q${pair(bend)} ${b}` : `M${a}L${b}`, stroke, width: r(width), opacity, ...(sign < 0 ? { dash: [r(Math.max(4, 2 * width)), r(Math.max(3, 1.2 * width))] } : {}) }
  if (!head || (end[0] === to[0] && end[1] === to[1])) return [drawn]
  const [across, down] = [((to[1] - end[1]) * 0.5), ((to[0] - end[0]) * 0.5)]
  return [drawn, { d: `M${pair(to)}L${pair([end[0] + across, end[1] - down])}L${pair([end[0] - across, end[1] + down])}Z`, fill: stroke, opacity }]
}

/** The sign of a tie in the middle of its line. */
function sign({ from, to, bend, sign: plus, letters, opacity }: SeenLine, ink: FigureInk): Shape {
  const straight: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const [x, y] = bend ? [(straight[0] + bend[0]) / 2, (straight[1] + bend[1]) / 2] : straight
  return { words: plus > 0 ? '+' : '−', x: r(x), y: r(y + letters * FOOT), size: r(letters), weight: 600, ink: plus > 0 ? ink.plus : ink.minus, halo: ink.paper, from: 'middle', way: 'ltr', ...(opacity < 0.4 ? { opacity } : {}) }
}

function spot({ at: [x, y], size, camp, lit, opacity }: SeenSpot, ink: FigureInk, marks: readonly string[]): Shape {
  const by = size / FIELD
  return {
    d: camp === null ? marks[0]! : marks[camp]!,
    fill: camp === null ? ink.quiet : ink.camps[camp]!,
    stroke: lit ? ink.focus : ink.paper,
    width: r((lit ? 4 : 1.5) / by),
    at: [r(x - size / 2), r(y - size / 2), r(by)],
    ...(opacity < 1 ? { opacity } : {}),
  }
}

function called({ at, size, name, side, letters, opacity }: SeenSpot, ink: FigureInk): Shape {
  const high = letters * 1.45
  const [left, top, right, foot] = beside({ id: '', at, half: size / 2, wide: 0, high }, side!)
  const from = side === 'right' ? 'left' : side === 'left' ? 'right' : 'middle'
  return {
    words: unmarked(name),
    x: r(from === 'left' ? left : from === 'right' ? right : at[0]),
    y: r((top + foot) / 2 + letters * FOOT),
    size: r(letters),
    weight: 400,
    ink: ink.text,
    halo: ink.paper,
    from,
    way: runs(name),
    ...(opacity < 1 ? { opacity } : {}),
  }
}

function pair([x, y]: Point): string {
  return `${r(x)},${r(y)}`
}

function r(n: number): number {
  return Math.round(n * 100) / 100
}
