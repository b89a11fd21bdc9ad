/** What is seen, as a file: told once as shapes and words, written as SVG or painted as PNG. */

import { figure, type Caption, type FigureInk } from './figure'
import { measured } from './measure'
import { png } from './paint'
import type { Seen } from './seen'
import { svg } from './svg'

export async function file(kind: 'svg' | 'png', seen: Seen, caption: Caption, ink: FigureInk, marks: readonly string[]): Promise<Blob> {
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 16px ${ink.font}`, caption.title + caption.lead)))
  const drawn = figure(seen, caption, ink, marks, measured(ink.font))
  return kind === 'svg' ? new Blob([svg(drawn)], { type: 'image/svg+xml' }) : png(drawn)
}
