/** Shapes around actors: a declared alliance is drawn as a hull with round corners, a little wider than its members. */

import { polygonHull } from 'd3-polygon'

export type Point = [number, number]

/**
 * The outline of points, wider by `reach`, as an SVG path: round at its corners, a disc around one point,
 * a capsule around two (or around points in one line). Empty where there are no points.
 */
export function hullPath(points: readonly Point[], reach: number): string {
  const ring = outline(points)
  if (ring.length === 0) return ''
  if (ring.length === 1) {
    const [x, y] = ring[0]!
    return `M${r(x - reach)},${r(y)}a${r(reach)},${r(reach)} 0 1 1 ${r(2 * reach)},0a${r(reach)},${r(reach)} 0 1 1 ${r(-2 * reach)},0Z`
  }
  // Each side is moved outwards by `reach`; an arc of that radius joins it to the next.
  const parts: string[] = []
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!
    const [nx, ny] = outward(a, b)
    const from = `${r(a[0] + nx * reach)},${r(a[1] + ny * reach)}`
    const to = `${r(b[0] + nx * reach)},${r(b[1] + ny * reach)}`
    parts.push(i === 0 ? `M${from}` : `A${r(reach)},${r(reach)} 0 0 1 ${from}`, `L${to}`)
  })
  const [nx, ny] = outward(ring[0]!, ring[1]!)
  const start = `${r(ring[0]![0] + nx * reach)},${r(ring[0]![1] + ny * reach)}`
  return `${parts.join('')}A${r(reach)},${r(reach)} 0 0 1 ${start}Z`
}

/** The convex outline, clockwise on a screen (y down); two points for a line, one for a point. */
export function outline(points: readonly Point[]): Point[] {
  const distinct = [...new Map(points.map((p) => [`${p[0]},${p[1]}`, p])).values()]
  if (distinct.length < 3) return distinct
  const hull = polygonHull(distinct as [number, number][])
  const turn = hull ? area(hull) : 0
  if (!hull || Math.abs(turn) < 1e-6) {
    const sorted = [...distinct].sort((a, b) => a[0] - b[0] || a[1] - b[1])
    return [sorted[0]!, sorted[sorted.length - 1]!]
  }
  return turn < 0 ? hull.reverse() : hull
}

/** The middle of the topmost edge of a hull: where its name is written. */
export function crown(points: readonly Point[], reach: number): Point {
  const top = Math.min(...points.map((p) => p[1]))
  const high = points.filter((p) => p[1] - top < reach)
  return [high.reduce((sum, p) => sum + p[0], 0) / Math.max(1, high.length), top - reach]
}

/** Twice the signed area: positive where the ring runs clockwise on a screen. */
function area(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!
    return sum + x * ny - nx * y
  }, 0)
}

function outward(a: Point, b: Point): Point {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  return [(b[1] - a[1]) / length, -(b[0] - a[0]) / length]
}

function r(n: number): number {
  return Math.round(n * 100) / 100
}
