import { describe, expect, it } from 'vitest'
import { elements, short } from './parts'

const spots = [
  { id: 'a', label: 'أ', camp: 0, weight: 9 },
  { id: 'b', label: 'ب', camp: null, weight: 1 },
]
const where = new Map<string, [number, number]>([
  ['a', [0, 0]],
  ['b', [10, 0]],
])
const line = (id: string, source: string, target: string, sign: number) => ({ id, source, target, sign, documents: 1 })

describe('elements', () => {
  it('draws what is said more of larger, and keeps the actor without a camp', () => {
    const [a, b] = elements(spots, [], where)
    expect(a!.data['size']).toBeGreaterThan(b!.data['size'] as number)
    expect(b!.data['camp']).toBe(-1)
    expect(b!.position).toEqual({ x: 10, y: 0 })
  })

  it('labels a line with its sign and leaves out a line to nobody', () => {
    const found = elements(spots, [line('1', 'a', 'b', 1), line('2', 'a', 'z', -1)], where).filter(
      (e) => e.group === 'edges',
    )
    expect(found.map((e) => [e.data['mark'], e.classes])).toEqual([['+', '']])
  })

  it.each([
    ['the same way', 'a', 'b'],
    ['the other way', 'b', 'a'],
  ])('bends a plus and a minus of one pair apart, said %s', (_, source, target) => {
    const found = elements(spots, [line('1', 'a', 'b', 1), line('2', source, target, -1)], where).slice(2)
    expect(found.every((e) => e.classes === 'both')).toBe(true)
    const side = found.map((e) => (e.data['bend'] as number) * (e.data['source'] === 'a' ? 1 : -1))
    expect(Math.sign(side[0]!)).toBe(-Math.sign(side[1]!))
  })
})

it('a long name is cut between letters', () => {
  expect(short('أ'.repeat(30))).toBe('أ'.repeat(23) + '…')
  expect(short('🇸🇾'.repeat(12))).toBe('🇸🇾'.repeat(12))
})
