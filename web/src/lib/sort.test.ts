import { describe, expect, it } from 'vitest'
import { sorted } from './sort'

describe('sorted', () => {
  it('orders numbers as numbers', () => {
    expect(sorted([10, 9, 2], (n) => n, 'ascending', 'en')).toEqual([2, 9, 10])
    expect(sorted([10, 9, 2], (n) => n, 'descending', 'en')).toEqual([10, 9, 2])
  })
  it('orders words as the language does', () => {
    expect(sorted(['تركيا', 'إيران', 'العراق', 'باريس'], (w) => w, 'ascending', 'ar')).toEqual([
      'العراق',
      'إيران',
      'باريس',
      'تركيا',
    ])
  })
  it.each(['ascending', 'descending'] as const)('puts nothing last, %s', (way) => {
    expect(sorted([null, 2, '', 1, undefined], (c) => c, way, 'en').slice(2)).toEqual([null, '', undefined])
  })
  it('keeps equals as they were, and the rows it was given', () => {
    const rows = [
      { a: 1, b: 'x' },
      { a: 0, b: 'y' },
      { a: 1, b: 'z' },
    ]
    expect(sorted(rows, (r) => r.a, 'descending', 'en').map((r) => r.b)).toEqual(['x', 'z', 'y'])
    expect(rows[0]!.b).toBe('x')
  })
})
