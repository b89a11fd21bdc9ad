/** The first sight of a large network: its lines and actors, drawn at once, until the picture that can be moved is made. */

import type { Point } from './geometry'

export interface Dot {
  at: Point
  /** How wide, in the picture's own measure. */
  size: number
  colour: string
}
export interface Stroke {
  from: Point
  to: Point
  sign: number
}
export interface View {
  zoom: number
  pan: { x: number; y: number }
}

/** From where all points are seen, with a margin around them: as large as the room allows, but no larger than life. */
export function fitted(points: readonly Point[], width: number, height: number, margin: number): View {
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  if (!points.length || !(width > 2 * margin) || !(height > 2 * margin)) return { zoom: 1, pan: { x: width / 2, y: height / 2 } }
  const zoom = Math.min(1, (width - 2 * margin) / Math.max(right - left, 1e-9), (height - 2 * margin) / Math.max(bottom - top, 1e-9))
  return { zoom, pan: { x: (width - zoom * (left + right)) / 2, y: (height - zoom * (top + bottom)) / 2 } }
}

/** So many lines are laid down at a time: where more cross in one stroke, it is slow. */
const AT_ONCE = 100

/** Draws into a canvas of the size of its room. */
export function sketch(
  canvas: HTMLCanvasElement,
  strokes: readonly Stroke[],
  dots: readonly Dot[],
  { zoom, pan }: View,
  ink: { plus: string; minus: string; paper: string },
): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.translate(pan.x, pan.y)
  pen.scale(zoom, zoom)
  pen.lineWidth = 1.4
  pen.globalAlpha = 0.45
  for (const sign of [1, -1]) {
    pen.strokeStyle = sign > 0 ? ink.plus : ink.minus
    pen.setLineDash(sign > 0 ? [] : DASH)
    const some = strokes.filter((s) => s.sign > 0 === sign > 0)
    for (let at = 0; at < some.length; at += AT_ONCE) {
      pen.beginPath()
      for (const { from, to } of some.slice(at, at + AT_ONCE)) {
        pen.moveTo(...from)
        pen.lineTo(...to)
      }
      pen.stroke()
    }
  }
  pen.globalAlpha = 1
  pen.setLineDash([])
  pen.strokeStyle = ink.paper
  pen.lineWidth = 2
  for (const { at, size, colour } of dots) {
    pen.beginPath()
    pen.arc(...at, size / 2, 0, 2 * Math.PI)
    pen.fillStyle = colour
    pen.fill()
    pen.stroke()
  }
}

/** How a line that divides is dashed where there are many: longer than elsewhere, for each dash has its price. */
export const DASH = [24, 12]
