import { describe, expect, it } from 'vitest'
import { place, stretched, type Placed, type Tied } from './place'

const actors: Placed[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => ({ id, camp: i < 3 ? 0 : 1 }))
const edges: Tied[] = [
  { source: 'a', target: 'b', sign: 1 },
  { source: 'b', target: 'c', sign: 1 },
  { source: 'd', target: 'e', sign: 1 },
  { source: 'e', target: 'f', sign: 1 },
  { source: 'a', target: 'd', sign: -1 },
  { source: 'a', target: 'a', sign: 1 },
  { source: 'a', target: 'nobody', sign: 1 },
]
const far = (where: Map<string, [number, number]>, one: string, other: string): number => {
  const [a, b] = [where.get(one)!, where.get(other)!]
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

describe('place', () => {
  it('gives the same network the same picture', () => {
    expect([...place(actors, edges)]).toEqual([...place(actors, edges)])
  })

  it('puts friends nearer than foes, and nobody on another', () => {
    const where = place(actors, edges)
    expect(far(where, 'a', 'b')).toBeLessThan(far(where, 'a', 'd'))
    for (const one of actors)
      for (const other of actors) if (one.id < other.id) expect(far(where, one.id, other.id)).toBeGreaterThan(40)
  })

  it('keeps the shape that the server gives, scaled to the room that names need', () => {
    const given = actors.map((a, i) => ({ ...a, x: i % 3, y: i < 3 ? 0 : 2 }))
    const where = place(given, edges)
    expect(far(where, 'a', 'd') / far(where, 'a', 'b')).toBeCloseTo(2, 1)
    expect(far(where, 'a', 'b')).toBeGreaterThan(60)
  })

  it('parts whom the server puts on one another', () => {
    const where = place(
      actors.map((a) => ({ ...a, x: a.camp, y: 0 })),
      edges,
    )
    for (const one of actors)
      for (const other of actors) if (one.id < other.id) expect(far(where, one.id, other.id)).toBeGreaterThan(40)
  })

  it.each([
    ['a wide room', 4, 5 / 3, 1],
    ['a high room', 0.8, 1, 1.25],
    ['a room of its own shape', 1, 1, 1],
    ['no room that is known', 0, 1, 1],
  ])('fills %s', (_, aspect, x, y) => {
    const found = stretched(
      new Map([
        ['a', [0, 0]],
        ['b', [10, 10]],
      ]),
      aspect,
    )
    expect(found.get('b')![0]).toBeCloseTo(10 * x)
    expect(found.get('b')![1]).toBeCloseTo(10 * y)
  })

  it('leaves actors where they were, and finds a place for a newcomer', () => {
    const before = place(actors.slice(0, 5), edges)
    const after = place(actors, edges, before)
    for (const [id, at] of before) expect(after.get(id)).toEqual(at)
    for (const id of before.keys()) expect(far(after, 'f', id)).toBeGreaterThan(30)
  })

  it('begins anew where hardly anybody stays', () => {
    expect([...place(actors, edges, new Map([['a', [999, 999]]]))]).toEqual([...place(actors, edges)])
  })

  it.each([0, 1])('takes %i actors', (n) => expect(place(actors.slice(0, n), edges).size).toBe(n))
  it('takes actors in one line from the server', () => {
    const where = place(
      actors.map((a, i) => ({ ...a, x: i, y: 0 })),
      [],
    )
    expect([...where.values()].every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
    expect(far(where, 'a', 'b')).toBeGreaterThan(40)
  })
})
