import { describe, expect, it } from 'vitest'
import { doubted, empty, nothing, tied, told, without } from './suppose'

const tie = { source: 'العراق', relation: 'ALLY', target: 'روسيا' }

describe('suppositions', () => {
  it('doubt a claim and believe it again', () => {
    const on = doubted(nothing(), 7)
    expect(on.doubt).toEqual([7])
    expect(empty(doubted(on, 7))).toBe(true)
  })
  it('say a tie once, and take it back by its opposite', () => {
    const on = tied(tied(nothing(), 'add', tie), 'add', { ...tie })
    expect(on.add).toHaveLength(1)
    expect(empty(tied(on, 'remove', tie))).toBe(true)
  })
  it('are taken away one by one, and leave what they were made from alone', () => {
    const first = doubted(doubted(nothing(), 1), 2)
    expect(without(first, 'doubt', 0).doubt).toEqual([2])
    expect(first.doubt).toEqual([1, 2])
  })
})

it.each([
  [{ value: 2, lower: 2, upper: 2, proved: true }, '2'],
  [{ value: null, lower: 1, upper: 3, proved: false }, '1–3'],
  [{ value: 3, lower: 1, upper: 3, proved: false }, '1–3'],
])('a value is said only where it is proved (%#)', (f, words) => expect(told(f, String)).toBe(words))
