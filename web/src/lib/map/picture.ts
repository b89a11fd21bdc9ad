/** The network on a canvas: Cytoscape.js, told what to draw. Fetched only when a map is looked at. */

import type { CollectionReturnValue, ElementDefinition, EventObject, StylesheetJson } from 'cytoscape'
import { crown, hullPath, type Point } from './geometry'
import { place } from './place'
import { DASH, fitted, sketch, type View } from './sketch'

export interface Spot {
  id: string
  label: string
  camp: number | null
  /** How much is said of it: the larger, the larger its mark. */
  weight: number
  x?: number | null
  y?: number | null
}
export interface Line {
  id: string
  source: string
  target: string
  sign: number
  documents: number
}
export interface Hull {
  id: string
  label: string
  members: readonly string[]
}
export interface Ink {
  plus: string
  minus: string
  text: string
  paper: string
  quiet: string
  focus: string
  camps: readonly string[]
  font: string
}
export interface DrawnHull {
  id: string
  label: string
  path: string
  /** Where its name stands, on the screen. */
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
  destroy: () => void
}

/** A camp has a shape as well as a colour. */
export const SHAPES = [
  'ellipse',
  'diamond',
  'round-rectangle',
  'triangle',
  'hexagon',
  'pentagon',
  'vee',
  'star',
] as const
/** Beyond so many edges the picture is moved as a picture, and edges are thin lines without arrows. */
const MANY = 400
/** Letters below this size on the screen are not drawn. */
const LEAST = 7.5
const REACH = 26
/** So many of the actors most spoken of keep their names at any distance, this large on the screen. */
const MAJOR = 22
const LETTERS = 12.5
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
): Promise<Picture> {
  const engine = import('cytoscape')
  const many = lines.length > MANY
  const where = place(spots, lines, before?.places, container.clientWidth / Math.max(1, container.clientHeight))
  const parts = elements(spots, lines, where)
  const [first] = spots
  const still = first && before?.places.get(first.id)
  const now = first && where.get(first.id)
  // Where nobody moved, the eye stays too.
  const stays = before && still && now && still[0] === now[0] && still[1] === now[1]
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
  const measure = (): void => {
    paths.clear()
    for (const hull of shown) {
      const points = hull.members
        .map((id) => core.getElementById(id))
        .filter((n) => n.nonempty())
        .map((n): Point => [n.position('x'), n.position('y')])
      if (points.length > 1) paths.set(hull.id, { path: hullPath(points, REACH), top: crown(points, REACH) })
    }
  }
  const major = core.nodes('.major')
  let near = core.collection()
  let written = 0
  const frame = (): void => {
    const zoom = core.zoom()
    // Names of the actors most spoken of, and of those that are looked at, are as large from afar as from near.
    if (Math.abs(zoom - written) > 0.02 * zoom && !document.hidden) {
      written = zoom
      major.union(near.nodes()).style({ 'font-size': Math.max(13, LETTERS / zoom) })
    }
    const { x, y } = core.pan()
    on.frame({
      transform: `translate(${x} ${y}) scale(${zoom})`,
      zoom,
      hulls: shown.flatMap((h) => {
        const found = paths.get(h.id)
        return found
          ? [{ id: h.id, label: h.label, path: found.path, x: x + found.top[0] * zoom, y: y + found.top[1] * zoom }]
          : []
      }),
    })
  }
  // A picture a frame, however many events there are.
  let due = 0
  const later = (moved: boolean): void => {
    if (moved) measure()
    if (!due) due = requestAnimationFrame(() => ((due = 0), frame()))
  }
  core.on('tap', 'edge', (e: EventObject) => on.edge(String(e.target.id())))
  core.on('tap', 'node', (e: EventObject) => on.actor(String(e.target.id())))
  core.on('tap', (e: EventObject) => {
    if (e.target === core) on.nothing()
  })
  core.on('viewport resize', () => later(false))
  core.on('position', 'node', () => later(true))
  measure()
  frame()

  const select = (id: string | null): void => {
    core.batch(() => {
      core.elements().removeClass('lit dim near')
      near.nodes().not(major).removeStyle('font-size')
      near = core.collection()
      const one: CollectionReturnValue = id === null ? core.collection() : core.getElementById(id)
      if (one.empty()) return
      near = one.nodes().closedNeighborhood().union(one).union(one.connectedNodes())
      core.elements().not(near).addClass('dim')
      near.addClass('near')
      one.addClass('lit')
    })
    written = 0
    later(false)
  }
  return {
    select,
    stand: () => ({
      places: new Map(core.nodes().map((n): [string, Point] => [n.id(), [n.position('x'), n.position('y')]])),
      zoom: core.zoom(),
      pan: { ...core.pan() },
    }),
    hulls: (next) => {
      shown = next
      measure()
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

/** The parts of the picture, as Cytoscape takes them. */
export function elements(
  spots: readonly Spot[],
  lines: readonly Line[],
  where: ReadonlyMap<string, Point>,
): ElementDefinition[] {
  const most = Math.max(1, ...spots.map((s) => s.weight))
  const major = new Set(
    [...spots]
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MAJOR)
      .map((s) => s.id),
  )
  const known = new Set(spots.map((s) => s.id))
  const said = new Set(lines.map((l) => `${l.source}\n${l.target}\n${l.sign}`))
  return [
    ...spots.map((s): ElementDefinition => {
      const [x, y] = where.get(s.id) ?? [0, 0]
      return {
        group: 'nodes',
        classes: major.has(s.id) ? 'major' : '',
        data: {
          id: s.id,
          label: short(s.label),
          camp: s.camp === null ? -1 : s.camp,
          size: 16 + 22 * Math.sqrt(s.weight / most),
        },
        position: { x, y },
      }
    }),
    ...lines
      .filter((l) => known.has(l.source) && known.has(l.target))
      .map((l): ElementDefinition => {
        // Where the same pair is said to be for and against, the two lines bend apart.
        const both =
          said.has(`${l.source}\n${l.target}\n${-l.sign}`) || said.has(`${l.target}\n${l.source}\n${-l.sign}`)
        return {
          group: 'edges',
          classes: both ? 'both' : '',
          data: {
            id: l.id,
            source: l.source,
            target: l.target,
            sign: l.sign,
            mark: l.sign > 0 ? '+' : '−',
            width: Math.min(7, 1.2 + 0.9 * Math.log2(1 + l.documents)),
            bend: (l.sign > 0 ? 1 : -1) * (l.source < l.target ? 1 : -1) * 26,
          },
        }
      }),
  ]
}

/** A name, a long one cut. */
export function short(name: string, most = 24): string {
  const letters = [...name]
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** How it is drawn. A sign has a colour, a dash and a label; a camp a colour and a shape. */
export function styles(ink: Ink, many: boolean): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'background-color': ink.quiet,
        'border-width': 2,
        'border-color': ink.paper,
        label: 'data(label)',
        color: ink.text,
        'font-family': ink.font,
        'font-size': 13,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-outline-color': ink.paper,
        'text-outline-width': 2.5,
        'min-zoomed-font-size': LEAST,
        'overlay-opacity': 0,
        'z-index': 2,
      },
    },
    ...ink.camps.map((colour, i) => ({
      selector: `node[camp = ${i}]`,
      style: { 'background-color': colour, shape: SHAPES[i % SHAPES.length]! },
    })),
    {
      selector: 'edge',
      style: {
        'curve-style': many ? 'haystack' : 'straight',
        'haystack-radius': 0,
        width: many ? 1.4 : 'data(width)',
        'line-opacity': many ? 0.45 : 0.75,
        'target-arrow-shape': many ? 'none' : 'triangle',
        'arrow-scale': 0.9,
        'overlay-padding': 5,
        'overlay-opacity': 0,
      },
    },
    {
      // Of many lines, those that are looked at carry their sign as a label: measuring thousands takes a second.
      selector: many ? 'edge.near' : 'edge',
      style: {
        label: 'data(mark)',
        'font-size': 15,
        'font-weight': 700,
        'text-background-color': ink.paper,
        'text-background-opacity': 1,
        'text-background-shape': 'round-rectangle',
        'text-background-padding': '1.5px',
        'min-zoomed-font-size': LEAST,
      },
    },
    {
      selector: 'edge[sign > 0]',
      style: { 'line-color': ink.plus, 'target-arrow-color': ink.plus, color: ink.plus, 'line-style': 'solid' },
    },
    {
      selector: 'edge[sign < 0]',
      style: {
        'line-color': ink.minus,
        'target-arrow-color': ink.minus,
        color: ink.minus,
        'line-style': 'dashed',
        'line-dash-pattern': many ? DASH : [7, 4],
      },
    },
    ...(many
      ? []
      : [
          {
            selector: 'edge.both',
            style: {
              'curve-style': 'unbundled-bezier' as const,
              'control-point-distances': 'data(bend)',
              'control-point-weights': 0.5,
            },
          },
        ]),
    { selector: 'node.major', style: { 'min-zoomed-font-size': 0, 'z-index': 3 } },
    { selector: '.dim', style: { opacity: 0.16 } },
    { selector: 'node.near', style: { 'min-zoomed-font-size': 0, 'z-index': 4 } },
    { selector: 'edge.near', style: { 'line-opacity': 1, 'z-index': 3, 'min-zoomed-font-size': 4 } },
    { selector: 'node.lit', style: { 'border-color': ink.focus, 'border-width': 4 } },
    { selector: 'edge.lit', style: { width: 5, 'overlay-color': ink.focus, 'overlay-opacity': 0.15 } },
  ] as StylesheetJson
}
