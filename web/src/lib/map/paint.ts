/** A figure painted on a canvas, in the page's own letters: what a PNG is made of. The page's policy lets no image be made from an SVG. */

import type { Figure, Outline, Shape, Words } from './figure'

/** So many points of the file for one of the screen, that it is sharp on paper. */
const SHARP = 2

export async function png(drawn: Figure): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(drawn.width * SHARP)
  canvas.height = Math.round(drawn.height * SHARP)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.scale(SHARP, SHARP)
  paint(pen, drawn)
  return new Promise((done, failed) => canvas.toBlob((made) => (made ? done(made) : failed(new Error('no picture'))), 'image/png'))
}

export function paint(pen: CanvasRenderingContext2D, drawn: Figure): void {
  const [x, y, width, height] = drawn.view
  pen.fillStyle = drawn.paper
  pen.fillRect(0, 0, drawn.width, drawn.height)
  pen.save()
  pen.beginPath()
  pen.rect(x, y, width, height)
  pen.clip()
  pen.translate(x, y)
  for (const one of drawn.inside) shape(pen, one, drawn.font)
  pen.restore()
  for (const one of drawn.around) shape(pen, one, drawn.font)
}

function shape(pen: CanvasRenderingContext2D, one: Shape, font: string): void {
  pen.save()
  pen.globalAlpha = one.opacity ?? 1
  if ('words' in one) written(pen, one, font)
  else outline(pen, one)
  pen.restore()
}

function outline(pen: CanvasRenderingContext2D, { d, fill, stroke, width, dash, opacity, fillOpacity, at }: Outline): void {
  const path = new Path2D(d)
  if (at) {
    pen.translate(at[0], at[1])
    pen.scale(at[2], at[2])
  }
  if (fill) {
    pen.globalAlpha = (opacity ?? 1) * (fillOpacity ?? 1)
    pen.fillStyle = fill
    pen.fill(path)
  }
  if (!stroke) return
  pen.globalAlpha = opacity ?? 1
  pen.strokeStyle = stroke
  pen.lineWidth = width ?? 1
  pen.setLineDash([...(dash ?? [])])
  pen.stroke(path)
}

function written(pen: CanvasRenderingContext2D, { words, x, y, size, weight, ink, halo, from, way }: Words, font: string): void {
  pen.font = `${weight} ${size}px ${font}`
  pen.direction = way
  pen.textAlign = from === 'middle' ? 'center' : from
  if (halo) {
    pen.strokeStyle = halo
    pen.lineWidth = 4
    pen.lineJoin = 'round'
    pen.strokeText(words, x, y)
  }
  pen.fillStyle = ink
  pen.fillText(words, x, y)
}
