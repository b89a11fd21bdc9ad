/** A figure as an SVG file: alone in the world, with no letter, style or link of another place. */

import type { Figure, Outline, Shape, Words } from './figure'

/** Letters for whoever opens it elsewhere: the page's own first, then those that systems bring for Arabic. */
export const FONTS = "'IBM Plex Sans Arabic', 'Noto Sans Arabic', 'Segoe UI', 'Geeza Pro', Tahoma, 'DejaVu Sans', sans-serif"

export function svg(drawn: Figure): string {
  const [x, y, width, height] = drawn.view
  const size = `width="${drawn.width}" height="${drawn.height}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${drawn.width} ${drawn.height}" role="img" aria-labelledby="title desc" xml:lang="${escaped(drawn.language)}" font-family="${FONTS}">`,
    `<title id="title">${escaped(drawn.title)}</title>`,
    `<desc id="desc">${escaped(drawn.told)}</desc>`,
    `<rect ${size} fill="${drawn.paper}"/>`,
    // A picture within the picture cuts off what lies outside it, and needs no clip path by id.
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" overflow="hidden">`,
    ...drawn.inside.map(shape),
    '</svg>',
    ...drawn.around.map(shape),
    '</svg>',
    '',
  ].join('\n')
}

function shape(one: Shape): string {
  return 'words' in one ? written(one) : outline(one)
}

function outline({ d, fill, stroke, width, dash, opacity, fillOpacity, at }: Outline): string {
  return `<path${attributes({
    d,
    fill: fill ?? 'none',
    'fill-opacity': fillOpacity,
    stroke,
    'stroke-width': stroke ? width : undefined,
    'stroke-dasharray': dash?.join(' '),
    opacity,
    transform: at && `translate(${at[0]} ${at[1]}) scale(${at[2]})`,
  })}/>`
}

/** The halo is a text of its own under the letters: `paint-order` is unknown to some programs, which would cover the letters. */
function written({ words, x, y, size, weight, ink, halo, from, way, opacity }: Words): string {
  const anchor = from === 'middle' ? 'middle' : (from === 'left') === (way === 'ltr') ? 'start' : 'end'
  const shared = { x, y, 'font-size': size, 'font-weight': weight === 400 ? undefined : weight, 'text-anchor': anchor, direction: way === 'rtl' ? 'rtl' : undefined, opacity }
  const letters = `<text${attributes({ ...shared, fill: ink })}>${escaped(words)}</text>`
  if (!halo) return letters
  return `<text${attributes({ ...shared, fill: 'none', stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'aria-hidden': 'true' })}>${escaped(words)}</text>${letters}`
}

function attributes(all: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

/** Words as XML takes them: nothing in them is markup, and what XML has no letter for is left out. */
export function escaped(words: string): string {
  return words
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
