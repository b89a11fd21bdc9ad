/** What is drawn: actors and lines, as Cytoscape takes them. */

import type { ElementDefinition } from 'cytoscape'
import type { Point } from './geometry'

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

/** The parts of the picture, as Cytoscape takes them. */
export function elements(
  spots: readonly Spot[],
  lines: readonly Line[],
  where: ReadonlyMap<string, Point>,
): ElementDefinition[] {
  const most = Math.max(1, ...spots.map((s) => s.weight))
  const known = new Set(spots.map((s) => s.id))
  const said = new Set(lines.map((l) => `${l.source}\n${l.target}\n${l.sign}`))
  return [
    ...spots.map((s): ElementDefinition => {
      const [x, y] = where.get(s.id) ?? [0, 0]
      return {
        group: 'nodes',
        data: {
          id: s.id,
          label: short(s.label),
          name: s.label,
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
