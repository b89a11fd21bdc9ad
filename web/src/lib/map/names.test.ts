import { describe, expect, it } from 'vitest'
import { beside, legible, lifted, type Box, type Sign } from './names'

const sign = (id: string, x: number, y: number, more: Partial<Sign> = {}): Sign => ({ id, at: [x, y], half: 5, wide: 40, high: 10, ...more })

describe('legible', () => {
  it.each<[string, Sign[], Box[], [string, string][]]>([
    ['one alone stands below', [sign('a', 0, 0)], [], [['a', 'below']]],
    ['a name that would lie on another goes above', [sign('a', 0, 0), sign('b', 30, 0)], [], [['a', 'below'], ['b', 'above']]],
    ['where below is taken it goes above', [sign('a', 0, 0)], [[-50, 5, 50, 30]], [['a', 'above']]],
    ['where above is taken too it goes beside', [sign('a', 0, 0)], [[-50, 5, 50, 30], [-50, -30, 50, -5]], [['a', 'right']]],
    ['without room it is left out', [sign('a', 0, 0)], [[-99, -99, 99, 99]], []],
    ['one that must be read is read', [sign('a', 0, 0, { must: true })], [[-99, -99, 99, 99]], [['a', 'below']]],
    ['a name does not lie on a mark', [sign('a', 0, 0), sign('b', 0, 15)], [], [['a', 'above'], ['b', 'below']]],
  ])('%s', (_, signs, taken, wanted) => expect([...legible(signs, taken)]).toEqual(wanted))

  it('is not cut off at the edge of the view', () => {
    expect([...legible([sign('a', 0, 0)], [], [-10, -50, 90, 50])]).toEqual([['a', 'right']])
    expect([...legible([sign('a', 0, 0)], [], [50, 50, 90, 90])]).toEqual([['a', 'below']])
  })

  it('lies on the marks of others where much is said of one, else nowhere', () => {
    const around = [[0, 15], [0, -15], [25, 0], [-25, 0]].map(([x, y], i) => sign(`${i}`, x!, y!, { wide: 9999 }))
    expect(legible([sign('a', 0, 0), ...around]).has('a')).toBe(false)
    expect(legible([sign('a', 0, 0, { heavy: true }), ...around]).get('a')).toBe('below')
  })

  it('lets no two names of a crowd lie on one another, and the first keep theirs', () => {
    const crowd = Array.from({ length: 200 }, (_, i) => sign(`${i}`, (i * 137) % 800, (i * 53) % 600, { wide: 90 }))
    const found = legible(crowd)
    expect(found.get('0')).toBe('below')
    expect(found.size).toBeGreaterThan(30)
    expect(found.size).toBeLessThan(200)
    const boxes = crowd.flatMap((s) => (found.has(s.id) ? [beside(s, found.get(s.id)!)] : []))
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3]).toBe(true)
  })
})

it('a box is moved into the view where some of it is seen, and let down where it can not be lifted', () => {
  const view: Box = [0, 0, 100, 100]
  expect(lifted([-5, 50, 15, 60], [], view)).toEqual([0, 50, 20, 60])
  expect(lifted([90, -3, 110, 7], [], view)).toEqual([80, 0, 100, 10])
  expect(lifted([90, -3, 110, 7], [[0, 0, 100, 10]], view)).toEqual([80, 10, 100, 20])
  expect(lifted([200, 0, 220, 10], [], view)).toEqual([200, 0, 220, 10])
  expect(lifted([-50, 0, 150, 10], [], view)).toEqual([-50, 0, 150, 10])
})

it('a box is lifted over what is there, but not out of sight', () => {
  expect(lifted([0, 0, 10, 10], [])).toEqual([0, 0, 10, 10])
  expect(lifted([0, 0, 10, 10], [[0, 5, 10, 15]])).toEqual([0, -10, 10, 0])
  expect(lifted([0, 0, 10, 10], [[0, -99, 10, 99]])).toBeUndefined()
})
