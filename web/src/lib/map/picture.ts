/** The network on a canvas: Cytoscape.js, told what to draw. Fetched only when a map is looked at. */

import type { CollectionReturnValue, ElementDefinition, EventObject } from 'cytoscape'
import { crown, hullPath, type Point } from './geometry'
import { measured } from './measure'
import { legible, lifted, SIDES, type Box, type Side, type Sign } from './names'
import { elements, type Line, type Spot } from './parts'
import { place } from './place'
import { seen as insight, type Seen } from './seen'
import { fitted, sketch, type View } from './sketch'
import { NEAR, styles, type Ink } from './styles'

export { file } from './save'

export interface Hull {
  id: string
  label: string
  members: readonly string[]
}
export interface DrawnHull {
  id: string
  label: string
  path: string
  /** Where its name stands, on the screen; nowhere where there is no room for it. */
  named: boolean
  x: number
  y: number
}
export interface Frame {
  /** What turns positions into places on the screen, as SVG writes it. */
  transform: string
  zoom: number
  hulls: DrawnHull[]
}
export interface Handlers {
  edge: (id: string) => void
  actor: (id: string) => void
  nothing: () => void
  frame: (frame: Frame) => void
}
/** Where actors stand, and from where they are looked at. */
export interface Stand {
  places: ReadonlyMap<string, Point>
  zoom: number
  pan: { x: number; y: number }
}
export interface Picture {
  select: (id: string | null) => void
  hulls: (hulls: readonly Hull[]) => void
  zoom: (by: number) => void
  pan: (x: number, y: number) => void
  fit: () => void
  /** What is to be as it was when the picture is drawn again. */
  stand: () => Stand
  /** What is in sight, to be drawn elsewhere. */
  seen: () => Seen
  destroy: () => void
}

/** Beyond so many edges the picture is moved as a picture, and edges are thin lines without arrows. */
const MANY = 400
const REACH = 26
/** How large names are on the screen, from however far they are seen. */
const LETTERS = 12.5
/** A line of letters by their size, and what parts a name from the next. */
const LINE = 1.45
const AROUND = 3
/** After so many milliseconds without a movement the picture rests. */
const STILL = 150
/** So many of the actors most spoken of are named even where their names lie on marks. */
const HEAVY = 16
/** Around the whole picture, on the screen. */
const MARGIN = 48

export async function draw(
  container: HTMLElement,
  spots: readonly Spot[],
  lines: readonly Line[],
  hulls: readonly Hull[],
  ink: Ink,
  on: Handlers,
  before: Stand | null = null,
  /** What lies over the picture, on the screen: no name is put under it. */
  covered: () => readonly Box[] = () => [],
): Promise<Picture> {
  const engine = import('cytoscape')
  const many = lines.length > MANY
  const where = place(spots, lines, before?.places, container.clientWidth / Math.max(1, container.clientHeight))
  const parts = elements(spots, lines, where)
  const [first] = spots
  const still = first && before?.places.get(first.id)
  const here = first && where.get(first.id)
  // Where nobody moved, the eye stays too.
  const stays = before && still && here && still[0] === here[0] && still[1] === here[1]
  const view: View = stays ? before : seen(where, container)
  const early = many && !stays ? sketched(container, parts, where, view, ink) : null
  const [{ default: cytoscape }] = await Promise.all([engine, document.fonts.ready, early && painted()])
  const core = cytoscape({
    container,
    elements: parts,
    style: styles(ink, many),
    layout: { name: 'preset', fit: false },
    minZoom: 0.08,
    maxZoom: 4,
    boxSelectionEnabled: false,
    selectionType: 'single',
    textureOnViewport: many,
    hideEdgesOnViewport: lines.length > 4 * MANY,
    pixelRatio: many ? 1 : 'auto',
  })
  if (many || stays) core.viewport(view)
  else core.fit(undefined, MARGIN)
  if (early) core.one('render', () => early.remove())
  let shown = hulls
  const paths = new Map<string, { path: string; top: Point }>()
  const members = (hull: Hull): Point[] =>
    hull.members
      .map((id) => core.getElementById(id))
      .filter((n) => n.nonempty())
      .map((n): Point => [n.position('x'), n.position('y')])
  const measure = (): void => {
    paths.clear()
    for (const hull of shown) {
      const points = members(hull)
      if (points.length > 1) paths.set(hull.id, { path: hullPath(points, REACH), top: crown(points, REACH) })
    }
  }
  let near = core.collection()
  const wide = measured(ink.font)
  const heaviest = core.nodes().sort((a, b) => (b.data('size') as number) - (a.data('size') as number))
  let sides = new Map<string, Side>()
  let tops = new Map<string, Box>()
  let arranged = 0
  let from = { x: 0, y: 0 }
  /** As many names as can be read, those of whom most is said first; who is looked at, and all around it, before them. */
  const arrange = (): void => {
    const zoom = core.zoom()
    arranged = zoom
    from = { ...core.pan() }
    const letters = Math.max(NEAR * zoom, LETTERS)
    const { x: left, y: top } = core.pan()
    const view: Box = [-left, -top, core.width() - left, core.height() - top]
    const taken = covered().map((b): Box => [b[0] - left, b[1] - top, b[2] - left, b[3] - top])
    tops = new Map()
    for (const hull of shown) {
      const peak = paths.get(hull.id)?.top
      if (!peak) continue
      const [half, y] = [wide(hull.label, LETTERS) / 2 + AROUND, peak[1] * zoom - 4]
      const box = lifted([peak[0] * zoom - half, y - LETTERS * LINE, peak[0] * zoom + half, y], taken, view)
      if (!box) continue
      taken.push(box)
      tops.set(hull.id, box)
    }
    const looked = near.nodes()
    const wanted = (looked.empty() ? heaviest : looked.filter('.lit').union(heaviest.intersection(looked))).nodes()
    const signs = wanted.map((node, at): Sign => {
      const { x, y } = node.position()
      return {
        id: node.id(),
        at: [x * zoom, y * zoom],
        half: ((node.data('size') as number) / 2) * zoom,
        wide: wide(node.data('label') as string, letters) + AROUND * 2,
        high: letters * LINE,
        heavy: at < HEAVY,
        must: node.hasClass('lit'),
      }
    })
    const next = legible(signs, taken, view)
    core.batch(() => {
      for (const node of core.nodes().toArray()) {
        const side = next.get(node.id())
        if (side !== sides.get(node.id())) {
          node.removeClass(['named', ...SIDES])
          if (side) node.addClass(['named', side])
        }
        if (side) node.style('font-size', letters / zoom)
      }
    })
    sides = next
  }
  const now = (): Frame => {
    const zoom = core.zoom()
    const { x, y } = core.pan()
    return {
      transform: `translate(${x} ${y}) scale(${zoom})`,
      zoom,
      hulls: shown.flatMap((h) => {
        const found = paths.get(h.id)
        if (!found) return []
        // Between two arrangements a name keeps its distance from its hull.
        const box = tops.get(h.id)
        const [off, up] = box ? [(box[0] + box[2]) / 2 - found.top[0] * arranged, found.top[1] * arranged - box[3]] : [0, 0]
        return [{ id: h.id, label: h.label, path: found.path, named: !!box, x: x + found.top[0] * zoom + off, y: y + found.top[1] * zoom - up }]
      }),
    }
  }
  const frame = (): void => {
    const zoom = core.zoom()
    if (Math.abs(zoom - arranged) > 0.02 * zoom && !document.hidden) arrange()
    on.frame(now())
  }
  // While the picture is moved its names stay; when it rests, those that came to its edge or under the buttons are placed anew.
  let rest: ReturnType<typeof setTimeout> | undefined
  const moving = (): void => {
    clearTimeout(rest)
    rest = setTimeout(() => {
      const { x, y } = core.pan()
      if (x === from.x && y === from.y) return
      arranged = 0
      later(false)
    }, STILL)
  }
  // A picture a frame, however many events there are.
  let due = 0
  const later = (moved: boolean): void => {
    if (moved) {
      measure()
      arranged = 0
    }
    if (!due) due = requestAnimationFrame(() => ((due = 0), frame()))
  }
  core.on('tap', 'edge', (e: EventObject) => on.edge(String(e.target.id())))
  core.on('tap', 'node', (e: EventObject) => on.actor(String(e.target.id())))
  core.on('tap', (e: EventObject) => {
    if (e.target === core) on.nothing()
  })
  // Who has no room for its name is named where one points at it.
  core.on('mouseover', 'node', ({ target }: EventObject) => target.addClass('pointed').style('font-size', Math.max(NEAR, LETTERS / core.zoom())))
  core.on('mouseout', 'node', ({ target }: EventObject) => target.removeClass('pointed'))
  core.on('viewport resize', () => (later(false), moving()))
  core.on('position', 'node', () => later(true))
  measure()
  frame()

  const select = (id: string | null): void => {
    core.batch(() => {
      core.elements().removeClass('lit dim near')
      near = core.collection()
      const one: CollectionReturnValue = id === null ? core.collection() : core.getElementById(id)
      if (one.empty()) return
      near = one.nodes().closedNeighborhood().union(one).union(one.connectedNodes())
      core.elements().not(near).addClass('dim')
      near.addClass('near')
      one.addClass('lit')
    })
    // Who is gone to by the keys, or in the tables, is brought into sight.
    const lit = near.nodes('.lit')
    const { x, y } = lit.nonempty() ? lit[0]!.renderedPosition() : { x: 0, y: 0 }
    if (x < 0 || y < 0 || x > core.width() || y > core.height()) core.center(lit)
    arranged = 0
    later(false)
  }
  return {
    select,
    stand: () => ({
      places: new Map(core.nodes().map((n): [string, Point] => [n.id(), [n.position('x'), n.position('y')]])),
      zoom: core.zoom(),
      pan: { ...core.pan() },
    }),
    seen: () => {
      const drawn = new Map(now().hulls.map((h) => [h.id, h]))
      const around = shown.flatMap((h) => {
        const one = drawn.get(h.id)
        return one ? [{ name: h.label, points: members(h), reach: REACH, at: one.named ? ([one.x, one.y] as Point) : null }] : []
      })
      return insight(core, many, sides, Math.max(NEAR * core.zoom(), LETTERS), around)
    },
    hulls: (next) => {
      shown = next
      measure()
      arranged = 0
      frame()
    },
    zoom: (by) =>
      core.zoom({ level: core.zoom() * by, renderedPosition: { x: core.width() / 2, y: core.height() / 2 } }),
    pan: (x, y) => core.panBy({ x, y }),
    fit: () => {
      // The lines lie between the actors: thousands of them are not measured to see how far the picture reaches.
      if (many) core.viewport(seen(new Map(core.nodes().map((n) => [n.id(), [n.position('x'), n.position('y')]])), container))
      else core.fit(undefined, MARGIN)
    },
    destroy: () => {
      early?.remove()
      cancelAnimationFrame(due)
      clearTimeout(rest)
      core.destroy()
    },
  }
}

/** From where a large picture is seen whole. */
function seen(where: ReadonlyMap<string, Point>, room: HTMLElement): View {
  return fitted([...where.values()], room.clientWidth, room.clientHeight, MARGIN)
}

/** A large picture, there at once: what can be moved takes its place when it is made. */
function sketched(room: HTMLElement, parts: readonly ElementDefinition[], where: ReadonlyMap<string, Point>, view: View, ink: Ink): HTMLElement {
  const canvas = document.createElement('canvas')
  canvas.className = 'graph-sketch'
  canvas.width = room.clientWidth
  canvas.height = room.clientHeight
  const dots = parts
    .filter((p) => p.group === 'nodes')
    .map(({ data }) => ({ at: where.get(data.id!) ?? ([0, 0] as Point), size: data['size'] as number, colour: ink.camps[data['camp'] as number] ?? ink.quiet }))
  const strokes = parts
    .filter((p) => p.group === 'edges')
    .map(({ data }) => ({ from: where.get(data['source'] as string)!, to: where.get(data['target'] as string)!, sign: data['sign'] as number }))
  sketch(canvas, strokes, dots, view, ink)
  room.append(canvas)
  return canvas
}

/** Until what was drawn has been shown: the frame after the next one, or a moment where the page is hidden. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()))
    setTimeout(done, 100)
  })
}
