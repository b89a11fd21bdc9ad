/** How the network is drawn: ink, shapes, lines. */

import type { StylesheetJson } from 'cytoscape'
import { DASH } from './sketch'

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
/** Signs of lines below this size on the screen are not drawn. */
const LEAST = 7.5
/** How large names are in the picture's own measure, from near. */
export const NEAR = 13

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
        color: ink.text,
        'font-family': ink.font,
        'font-size': NEAR,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-outline-color': ink.paper,
        'text-outline-width': 2.5,
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
    { selector: 'node.named', style: { label: 'data(label)', 'z-index': 3 } },
    { selector: 'node.above', style: { 'text-valign': 'top', 'text-margin-y': -3 } },
    { selector: 'node.right', style: { 'text-valign': 'center', 'text-halign': 'right', 'text-margin-y': 0, 'text-margin-x': 3 } },
    { selector: 'node.left', style: { 'text-valign': 'center', 'text-halign': 'left', 'text-margin-y': 0, 'text-margin-x': -3 } },
    { selector: '.dim', style: { opacity: 0.16 } },
    { selector: 'node.near', style: { 'z-index': 4 } },
    { selector: 'edge.near', style: { 'line-opacity': 1, 'z-index': 3, 'min-zoomed-font-size': 4 } },
    {
      selector: 'node.pointed',
      style: { label: 'data(name)', 'z-index': 9, 'text-background-color': ink.paper, 'text-background-opacity': 0.95, 'text-background-padding': '2px' },
    },
    { selector: 'node.lit', style: { 'border-color': ink.focus, 'border-width': 4 } },
    { selector: 'edge.lit', style: { width: 5, 'overlay-color': ink.focus, 'overlay-opacity': 0.15 } },
  ] as StylesheetJson
}
