import { describe, expect, it } from 'vitest'
import type { Span } from './offsets'
import { segments, type Lit } from './segments'

const lit = (...spans: [number, number, string][]): Lit<string>[] => spans.map(([start, end, mark]) => ({ span: [start, end], mark }))
const flat = (pieces: ReturnType<typeof segments<string>>) => pieces.map(({ start, end, marks }) => `${start}-${end}:${marks.join('')}`)

describe('flat segments', () => {
  it.each([
    ['nothing lit', lit(), ['0-10:']],
    ['apart', lit([1, 3, 'a'], [5, 6, 'b']), ['0-1:', '1-3:a', '3-5:', '5-6:b', '6-10:']],
    ['overlapping', lit([1, 5, 'a'], [3, 8, 'b']), ['0-1:', '1-3:a', '3-5:ab', '5-8:b', '8-10:']],
    ['nested', lit([0, 10, 'a'], [2, 4, 'b']), ['0-2:a', '2-4:ab', '4-10:a']],
    ['the same twice', lit([2, 4, 'a'], [2, 4, 'b']), ['0-2:', '2-4:ab', '4-10:']],
    ['touching', lit([2, 4, 'a'], [4, 6, 'b']), ['0-2:', '2-4:a', '4-6:b', '6-10:']],
    ['reaching outside', lit([-5, 2, 'a'], [8, 99, 'b'], [20, 30, 'c']), ['0-2:a', '2-8:', '8-10:b']],
    ['empty and turned round', lit([3, 3, 'a'], [6, 4, 'b']), ['0-10:']],
  ])('%s', (_, spans, wanted) => expect(flat(segments(spans, 0, 10))).toEqual(wanted))

  it('cover every letter once, and light just what each span says', () => {
    let seed = 7
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    for (let round = 0; round < 200; round += 1) {
      const from = random(10)
      const to = from + random(60)
      const spans = Array.from({ length: random(12) }, (_, mark) => ({ span: [random(70), random(70)] as Span, mark }))
      const pieces = segments(spans, from, to)
      expect(pieces.map(({ end }) => end)).toEqual([...pieces.slice(1).map(({ start }) => start), ...(pieces.length ? [to] : [])])
      for (let at = from; at < to; at += 1) {
        const piece = pieces.find(({ start, end }) => start <= at && at < end)
        expect(piece?.marks).toEqual(spans.filter(({ span }) => span[0] <= at && at < span[1]).map(({ mark }) => mark))
      }
    }
  })
})
