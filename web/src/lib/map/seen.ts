/** What of the network is in sight, as plain measures of the screen: a picture of it needs no engine. */

import type { Core, EdgeSingular, NodeSingular } from 'cytoscape'
import { hullPath, type Point } from './geometry'
import type { Side } from './names'

export interface SeenSpot {
  at: Point
  size: number
  camp: number | null
  name: string
  /** On which side of its mark its name stands; nowhere where it has no room. */
  side: Side | null
  letters: number
  lit: boolean
  opacity: number
}
export interface SeenLine {
  from: Point
  to: Point
  /** Towards what it bends; none where it is straight. */
  bend: Point | null
  sign: number
  width: number
  opacity: number
  /** The size of the sign on it; 0 where it bears none. */
  letters: number
  /** The length of its arrow; 0 where it has none. */
  head: number
}
export interface SeenHull {
  path: string
  name: string
  /** The middle of the foot of its name; nowhere where there is no room for it. */
  at: Point | null
}
export interface Seen {
  width: number
  height: number
  spots: SeenSpot[]
  lines: SeenLine[]
  hulls: SeenHull[]
}

const MARK = 15
/** Signs below this size are not drawn, nor are they on the screen (`LEAST` in styles.ts); of what is looked at, smaller ones are. */
const LEAST = 7.5
const LEAST_NEAR = 4

/** What is in sight of an engine's network; `hulls` are told as they are drawn. */
export function seen(
  core: Core,
  many: boolean,
  sides: ReadonlyMap<string, Side>,
  letters: number,
  hulls: readonly { name: string; points: readonly Point[]; reach: number; at: Point | null }[],
): Seen {
  const zoom = core.zoom()
  const { x, y } = core.pan()
  const placed = ([a, b]: Point): Point => [a * zoom + x, b * zoom + y]
  return {
    width: core.width(),
    height: core.height(),
    spots: core.nodes().map((n) => spot(n, zoom, sides.get(n.id()) ?? null, letters)),
    lines: core.edges().map((e) => line(e, zoom, many)),
    hulls: hulls.map((h) => ({ path: hullPath(h.points.map(placed), h.reach * zoom), name: h.name, at: h.at })),
  }
}

function spot(node: NodeSingular, zoom: number, side: Side | null, letters: number): SeenSpot {
  const { x, y } = node.renderedPosition()
  const camp = node.data('camp') as number
  return {
    at: [x, y],
    size: (node.data('size') as number) * zoom,
    camp: camp < 0 ? null : camp,
    name: node.data('label') as string,
    side,
    letters,
    lit: node.hasClass('lit'),
    opacity: node.hasClass('dim') ? FAINT : 1,
  }
}

/** How much is left of what is not looked at, as `.dim` in styles.ts has it. */
const FAINT = 0.16

function line(edge: EdgeSingular, zoom: number, many: boolean): SeenLine {
  const [a, b] = [edge.source().renderedPosition(), edge.target().renderedPosition()]
  const turn = edge.hasClass('both') && !many ? (edge.renderedControlPoints() as { x: number; y: number }[] | undefined)?.[0] : undefined
  const bend: Point | null = turn ? [turn.x, turn.y] : null
  const [near, lit, dim] = [edge.hasClass('near'), edge.hasClass('lit'), edge.hasClass('dim')]
  const wide = lit ? 5 : many ? 1.4 : (edge.data('width') as number)
  const size = MARK * zoom
  const half = (node: NodeSingular): number => (many ? 0 : ((node.data('size') as number) / 2 + 1) * zoom)
  const least = near ? LEAST_NEAR : many ? Infinity : LEAST
  return {
    from: towards([a.x, a.y], bend ?? [b.x, b.y], half(edge.source())),
    to: towards([b.x, b.y], bend ?? [a.x, a.y], half(edge.target())),
    bend,
    sign: edge.data('sign') as number,
    width: wide * zoom,
    opacity: (dim ? FAINT : 1) * (near ? 1 : many ? 0.45 : 0.75),
    letters: MARK * stepped(zoom, many) >= least ? size : 0,
    head: many ? 0 : 0.27 * Math.max((wide * 13.37) ** 0.9, 29) * zoom,
  }
}

/** The engine asks by steps of two whether letters are large enough to be drawn. */
function stepped(zoom: number, many: boolean): number {
  return 2 ** Math.ceil(Math.log2(zoom * (many ? 1 : devicePixelRatio)))
}

/** A point so far from another, on the way to a third. */
export function towards(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length <= far) return from
  return [from[0] + ((to[0] - from[0]) * far) / length, from[1] + ((to[1] - from[1]) * far) / length]
}
