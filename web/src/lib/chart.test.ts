import { describe, expect, it } from 'vitest'
import { apart, chart, contiguous, filled, stride } from './chart'

const counts = [
  { period: '2014', for: 4, against: 2 },
  { period: '2015', for: 0, against: 1 },
]

describe('chart', () => {
  it('draws for above the line and against below it, in one scale', () => {
    const { bars, zero } = chart(counts, 400, 100, false)
    const [one, two] = bars
    expect(one!.up + one!.upHeight).toBeCloseTo(zero)
    expect(one!.down).toBeCloseTo(zero)
    expect(one!.upHeight).toBeCloseTo(2 * one!.downHeight)
    expect(two!.upHeight).toBe(0)
    for (const b of bars) {
      expect(b.up).toBeGreaterThanOrEqual(0)
      expect(b.down + b.downHeight).toBeLessThanOrEqual(100.001)
    }
  })
  it('lets time run with the page', () => {
    const places = (rtl: boolean) => chart(counts, 400, 100, rtl).bars.map((b) => b.x)
    expect(places(false)[0]).toBeLessThan(places(false)[1]!)
    expect(places(true)[0]).toBeGreaterThan(places(true)[1]!)
  })
  it('lives without counts, and with nothing said', () => {
    expect(chart([], 400, 100, false).bars).toEqual([])
    expect(chart([{ period: '2014', for: 0, against: 0 }], 400, 100, false).bars[0]!.upHeight).toBe(0)
  })
  it('has no more labels than fit', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ period: String(1900 + i), for: 1, against: 1 }))
    expect(chart(many, 740, 100, false).labels.length).toBeLessThanOrEqual(10)
  })
})

it.each([
  [1, 1],
  [4, 1],
  [7, 2],
  [20, 5],
  [33, 10],
  [1000, 500],
])('a range of %i has lines %i apart', (range, step) => {
  expect(stride(range, 4)).toBe(step)
})

describe('filled', () => {
  it('shows months without a claim, over the turn of a year', () => {
    const found = filled(
      [
        { period: '2014-11', for: 1, against: 0 },
        { period: '2015-02', for: 1, against: 0 },
      ],
      'month',
    )
    expect(found.map((c) => [c.period, c.for])).toEqual([
      ['2014-11', 1],
      ['2014-12', 0],
      ['2015-01', 0],
      ['2015-02', 1],
    ])
  })
  it('leaves a stretch of centuries as it is', () => {
    const wide = [
      { period: '0622-01', for: 1, against: 0 },
      { period: '2015-02', for: 1, against: 0 },
    ]
    expect(filled(wide, 'month')).toEqual(wide)
  })
})

it.each([
  [['2014-11', '2014-12', '2015-01'], 'month', true],
  [['2014-11', '2015-01'], 'month', false],
  [['2014', '2015'], 'year', true],
  [['2014-11-03', '2014-11-04'], 'day', false],
])('%j by %s follow on one another: %s', (periods, by, yes) => {
  expect(
    contiguous(
      periods.map((period) => ({ period, for: 1, against: 0 })),
      by,
    ),
  ).toBe(yes)
})

describe('apart', () => {
  const counts = ['2014', '2014-03', '2014-03-10'].map((period) => ({ period, for: 1, against: 0 }))
  it.each([
    ['year', ['2014', '2014-03', '2014-03-10'], []],
    ['month', ['2014-03', '2014-03-10'], ['2014']],
    ['week', ['2014-03-10'], ['2014', '2014-03']],
    ['day', ['2014-03-10'], ['2014', '2014-03']],
  ])('by %s leaves out what is dated less exactly', (by, exact, coarse) => {
    const found = apart(counts, by)
    expect(found.exact.map((c) => c.period)).toEqual(exact)
    expect(found.coarse.map((c) => c.period)).toEqual(coarse)
  })
})
