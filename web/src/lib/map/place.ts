/** Where actors stand: camps apart, friends near, foes far. The same network always gives the same picture. */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { Point } from './geometry'

export interface Placed {
  id: string
  camp: number | null
  x?: number | null
  y?: number | null
}
export interface Tied {
  source: string
  target: string
  sign: number
}

/** A page's worth of room for one actor. */
const ROOM = 46

/**
 * Positions by id, around (0, 0). Where the server says where every actor stands, it is only scaled to the room
 * that names need; otherwise a force layout is run to its end. It draws no random numbers: d3-force has its own,
 * always the same. Actors in `kept` stay where they are, where they are most of the picture. `aspect` is the width of
 * the room by its height, where it is known.
 */
export function place(
  actors: readonly Placed[],
  edges: readonly Tied[],
  kept: ReadonlyMap<string, Point> = new Map(),
  aspect = 0,
): Map<string, Point> {
  const staying = actors.filter((a) => kept.has(a.id)).length
  // A filter that leaves most actors in the picture must not make them jump: they stay, newcomers are placed around them.
  if (staying * 2 < actors.length || !staying) {
    if (actors.length && actors.every((a) => a.x != null && a.y != null))
      return apart(stretched(scaled(actors), aspect))
    kept = new Map()
  } else if (staying === actors.length) return new Map(actors.map((a) => [a.id, kept.get(a.id)!]))
  const reach = ROOM * Math.sqrt(Math.max(1, actors.length))
  const camps = [...new Set(actors.map((a) => a.camp).filter((c): c is number => c !== null))].sort((a, b) => a - b)
  const middle = new Map(camps.map((camp, i) => [camp, around(i, camps.length, reach)]))
  const home = (camp: number | null): Point => (camp === null ? [0, 0] : middle.get(camp)!)
  const nodes = actors.map((a, i) => {
    const [hx, hy] = home(a.camp)
    // The sunflower's order: no two begin in one place.
    const radius = ROOM * 0.5 * Math.sqrt(i + 0.5)
    const angle = i * Math.PI * (3 - Math.sqrt(5))
    const still = kept.get(a.id)
    const [x, y] = still ?? [hx + radius * Math.cos(angle), hy + radius * Math.sin(angle)]
    return { id: a.id, camp: a.camp, x, y, fx: still?.[0] ?? null, fy: still?.[1] ?? null }
  })
  const known = new Set(nodes.map((n) => n.id))
  const links = edges
    .filter((e) => e.source !== e.target && known.has(e.source) && known.has(e.target))
    .map((e) => ({ source: e.source, target: e.target, sign: e.sign }))
  type Node = (typeof nodes)[number]
  // The larger the picture, the fewer steps: 300 actors with 3,000 edges take a few tenths of a second.
  const steps = Math.round(Math.min(300, Math.max(60, 27_000 / Math.max(1, actors.length))))
  const simulation = forceSimulation<Node>(nodes)
    .force(
      'ties',
      forceLink<Node, (typeof links)[number]>(links)
        .id((n) => n.id)
        .distance((l) => (l.sign > 0 ? ROOM * 1.9 : ROOM * 4))
        .strength((l) => (l.sign > 0 ? 0.25 : 0.03) / Math.max(1, Math.sqrt(links.length / Math.max(1, nodes.length)))),
    )
    .force(
      'apart',
      forceManyBody<Node>()
        .strength(-ROOM * 9)
        .distanceMax(reach * 2),
    )
    .force('room', forceCollide<Node>(ROOM * 0.8).iterations(2))
    .force('x', forceX<Node>((n) => home(n.camp)[0]).strength(0.09))
    .force('y', forceY<Node>((n) => home(n.camp)[1]).strength(0.12))
    .alphaDecay(1 - Math.pow(0.001, 1 / steps))
    .stop()
  simulation.tick(steps)
  const found = new Map(nodes.map((n): [string, Point] => [n.id, [n.x, n.y]]))
  return staying && kept.size ? found : stretched(found, aspect)
}

/** The middle of a camp: on a flat ring, for names are wide and screens too. */
function around(i: number, of: number, reach: number): Point {
  if (of < 2) return [0, 0]
  const angle = Math.PI + (2 * Math.PI * i) / of
  return [Math.cos(angle) * reach * 0.95, Math.sin(angle) * reach * 0.6]
}

/** Pushes apart whom the server put on one another, each as little as may be. */
function apart(where: Map<string, Point>): Map<string, Point> {
  const nodes = [...where].map(([id, [x, y]]) => ({ id, x, y, home: [x, y] as Point }))
  type Node = (typeof nodes)[number]
  forceSimulation<Node>(nodes)
    .force('room', forceCollide<Node>(ROOM * 0.72).iterations(3))
    .force('x', forceX<Node>((n) => n.home[0]).strength(0.05))
    .force('y', forceY<Node>((n) => n.home[1]).strength(0.05))
    .stop()
    .tick(Math.round(Math.min(80, 6_000 / Math.max(1, nodes.length))))
  return new Map(nodes.map((n) => [n.id, [n.x, n.y]]))
}

/** The picture made longer on its shorter side, that it fills its room; by no more than two thirds, for shape has meaning. */
export function stretched(where: Map<string, Point>, aspect: number): Map<string, Point> {
  const all = [...where.values()]
  const wide = Math.max(...all.map((p) => p[0])) - Math.min(...all.map((p) => p[0]))
  const high = Math.max(...all.map((p) => p[1])) - Math.min(...all.map((p) => p[1]))
  if (!(aspect > 0) || !(wide > 0) || !(high > 0)) return where
  const lack = wide / high / aspect
  const [x, y] = lack > 1 ? [1, Math.min(lack, 5 / 3)] : [Math.min(1 / lack, 5 / 3), 1]
  return new Map([...where].map(([id, p]) => [id, [p[0] * x, p[1] * y]]))
}

function scaled(actors: readonly Placed[]): Map<string, Point> {
  const xs = actors.map((a) => a.x!)
  const ys = actors.map((a) => a.y!)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const have = Math.max(right - left, 1e-9) * Math.max(bottom - top, 1e-9)
  const flat = right - left < 1e-9 || bottom - top < 1e-9
  const side = ROOM * 2 * Math.sqrt(actors.length)
  const by = flat ? (ROOM * 2 * actors.length) / Math.max(right - left, bottom - top, 1) : side / Math.sqrt(have)
  return new Map(actors.map((a) => [a.id, [(a.x! - (left + right) / 2) * by, (a.y! - (top + bottom) / 2) * by]]))
}
