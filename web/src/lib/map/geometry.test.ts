import { describe, expect, it } from 'vitest'
import { crown, hullPath, outline, type Point } from './geometry'

describe('outline', () => {
  it.each<[string, Point[], number]>([
    ['nothing', [], 0],
    ['a point', [[1, 1]], 1],
    [
      'a point said twice',
      [
        [1, 1],
        [1, 1],
      ],
      1,
    ],
    [
      'a line',
      [
        [0, 0],
        [5, 5],
        [2, 2],
        [9, 9],
      ],
      2,
    ],
    [
      'a square with a point inside',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [2, 2],
      ],
      4,
    ],
  ])('of %s has its corners only', (_, points, corners) => {
    expect(outline(points)).toHaveLength(corners)
  })

  it('keeps the far ends of a line', () => {
    expect(
      outline([
        [2, 2],
        [9, 9],
        [0, 0],
      ]),
    ).toEqual([
      [0, 0],
      [9, 9],
    ])
  })

  it('runs clockwise on a screen, whatever the order of the points', () => {
    const square: Point[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]
    for (const points of [square, [...square].reverse()]) {
      const ring = outline(points)
      const turn = ring.reduce((s, [x, y], i) => s + x * ring[(i + 1) % 4]![1] - ring[(i + 1) % 4]![0] * y, 0)
      expect(turn).toBeGreaterThan(0)
    }
  })
})

describe('hullPath', () => {
  it('is empty without points', () => expect(hullPath([], 5)).toBe(''))
  it('is a disc around one point', () => expect(hullPath([[10, 10]], 5)).toBe('M5,10a5,5 0 1 1 10,0a5,5 0 1 1 -10,0Z'))

  it('goes around a square at its reach, outside', () => {
    const path = hullPath(
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
      ],
      2,
    )
    const places = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)(?=[AL]|Z|$)/g)].map((m) => [Number(m[1]), Number(m[2])])
    expect(places).toHaveLength(9)
    for (const [x, y] of places) expect(x === -2 || x === 6 || y === -2 || y === 6).toBe(true)
    expect(path.startsWith('M')).toBe(true)
    expect(path.endsWith('Z')).toBe(true)
  })

  it('goes around a line as a capsule: two straight sides, two round ends', () => {
    const path = hullPath(
      [
        [0, 0],
        [10, 0],
      ],
      3,
    )
    expect(path.match(/L/g)).toHaveLength(2)
    expect(path.match(/A/g)).toHaveLength(2)
  })
})

describe('crown', () => {
  it('stands over the middle of the topmost points', () => {
    expect(
      crown(
        [
          [0, 0],
          [10, 1],
          [5, 90],
        ],
        20,
      ),
    ).toEqual([5, -20])
  })
})
