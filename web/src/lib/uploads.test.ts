import { describe, expect, it } from 'vitest'
import { loads } from './uploads'

const files = (...sizes: number[]) => sizes.map((size, index) => ({ name: `f${index}`, size }))

describe('loads', () => {
  it.each([
    ['nothing', [], [], 0],
    ['what fits together goes together', [3, 3, 4], [[3, 3, 4]], 0],
    ['a new load where the room ends', [6, 5, 5, 1], [[6], [5, 5], [1]], 0],
    ['what fits nowhere is set apart', [11, 4], [[4]], 1],
    ['empty files are sent like others', [0, 10, 0], [[0, 10, 0]], 0],
  ] as const)('%s', (_, sizes, wanted, apart) => {
    const made = loads(files(...sizes), 10)
    expect(made.loads.map((load) => load.map(({ size }) => size))).toEqual(wanted)
    expect(made.tooLarge.length).toBe(apart)
  })

  it('keeps a request to a hundred files', () => {
    expect(loads(files(...Array<number>(250).fill(1)), 1000).loads.map((load) => load.length)).toEqual([100, 100, 50])
  })
})
