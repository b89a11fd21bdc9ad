/** How wide words are in the page's letters. */

/** Of letters of a family: the width of words at a size. */
export function measured(font: string): (words: string, size: number) => number {
  const pen = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  if (pen) pen.font = `500 100px ${font}`
  return (words, size) => {
    const found = known.get(words) ?? pen?.measureText(words).width ?? words.length * 55
    known.set(words, found)
    return (found * size) / 100
  }
}
