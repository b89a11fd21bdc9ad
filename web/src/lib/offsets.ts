/** Code points (how Ahlaf counts) and UTF-16 units (how the browser counts), one into the other. */

export type Span = readonly [start: number, end: number]

/**
 * A text with its astral characters found once, so that every offset is then answered by a short search.
 * Lone surrogates count as one code point each, as Python's decoder would have refused them anyway.
 */
export class Offsets {
  /** For each character outside the basic plane: the code point offset at which it stands. */
  readonly #astral: number[] = []
  readonly length: number

  constructor(readonly text: string) {
    const pairs = /[\ud800-\udbff][\udc00-\udfff]/g
    for (let hit = pairs.exec(text); hit; hit = pairs.exec(text)) this.#astral.push(hit.index - this.#astral.length)
    this.length = text.length - this.#astral.length
  }

  /** UTF-16 units before this code point. */
  toUnits(point: number): number {
    return point + countBelow(this.#astral, point)
  }

  /** Code points before this UTF-16 unit; inside a pair, those before the pair. */
  toPoints(unit: number): number {
    let low = 0
    let high = this.#astral.length
    while (low < high) {
      const middle = (low + high) >> 1
      // The pair numbered `middle` covers the units point + middle and point + middle + 1.
      if ((this.#astral[middle] as number) + middle + 1 < unit) low = middle + 1
      else high = middle
    }
    const pair = this.#astral[low]
    return pair !== undefined && pair + low + 1 === unit ? pair : unit - low
  }

  /** The very words of a span counted in code points. */
  slice(span: Span): string {
    return this.text.slice(this.toUnits(span[0]), this.toUnits(span[1]))
  }
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
