/** The marks of camps: a colour (tokens `--camp-N` in network.css) and a shape each, so that colour is never alone. */

/** Each shape on a field of 16 by 16, in the order of `SHAPES` in lib/map/picture.ts. */
export const CAMPS: readonly string[] = [
  'M8 1.5a6.5 6.5 0 1 1-.01 0Z',
  'M8 .8 15.2 8 8 15.2.8 8Z',
  'M3.5 1.8h9a1.7 1.7 0 0 1 1.7 1.7v9a1.7 1.7 0 0 1-1.7 1.7h-9a1.7 1.7 0 0 1-1.7-1.7v-9a1.7 1.7 0 0 1 1.7-1.7Z',
  'M8 1.5 15 14.5H1Z',
  'M4.3 1.8h7.4L15.4 8l-3.7 6.2H4.3L.6 8Z',
  'M8 1 15.2 6.4 12.4 14.8H3.6L.8 6.4Z',
  'M1 1.5 8 5l7-3.5L8 15Z',
  'M8 .8l2.2 4.8 5.2.6-3.9 3.5 1.1 5.1L8 12.2l-4.6 2.6 1.1-5.1L.6 6.2l5.2-.6Z',
]

/** The camp's place among the marks: camps beyond them begin again. */
export function mark(camp: number): number {
  return camp % CAMPS.length
}
