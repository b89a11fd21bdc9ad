import { describe, expect, it } from 'vitest'
import { apart, chart, contiguous, filled, stride, together } from './chart'

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

describe('together', () => {
  const months = ['2015-03', '2015-04', '2015-05'].map((period) => ({ period, for: 5, against: 5 }))
  const of = (period: string, against: number) => ({ period, for: 0, against })
  it.each([
    ['before all others', [of('1915-04', 1), ...months], 'month', ['1915-04']],
    ['behind them', [...months, of('2031-01', 1)], 'month', ['2031-01']],
    ['the farther of two that are one too many', [of('1990-01', 1), ...months, of('2031-01', 1)], 'month', ['1990-01']],
    ['with room for all', [of('2012-07', 1), ...months], 'month', []],
    ['without', [of('2012-04', 1), ...months], 'month', ['2012-04']],
    ['within reach of a long time', [of('1970', 1), of('1990', 20), of('2015', 20)], 'year', []],
    ['more than one in twenty', [of('1915-04', 2), ...months], 'month', []],
    ['of few claims', [of('1915-04', 1), of('2015-04', 9)], 'month', []],
    ['by years', [of('1915', 1), of('2014', 20), of('2015', 20)], 'year', ['1915']],
    ['by days', [of('1915-04-02', 1), of('2015-04-01', 20), of('2015-04-09', 20)], 'day', ['1915-04-02']],
    ['by weeks', [of('2015-03-30', 20), of('2015-04-06', 20), of('2019-01-07', 1)], 'week', ['2019-01-07']],
  ])('sets a stray period apart: %s', (_name, counts, by, far) => {
    const found = together(counts, by)
    expect(found.far.map((c) => c.period)).toEqual(far)
    expect(found.near.length + found.far.length).toBe(counts.length)
  })
  it('lives without counts', () => {
    expect(together([], 'month')).toEqual({ near: [], far: [] })
  })
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
  it.each([
    ['day', ['2016-02-28', '2016-03-01'], ['2016-02-28', '2016-02-29', '2016-03-01']],
    ['week', ['2014-12-22', '2015-01-05'], ['2014-12-22', '2014-12-29', '2015-01-05']],
    ['year', ['2014', '2016'], ['2014', '2015', '2016']],
    ['month', [], []],
  ])('shows every %s between two', (by, periods, all) => {
    const found = filled(periods.map((period) => ({ period, for: 1, against: 0 })), by)
    expect(found.map((c) => c.period)).toEqual(all)
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
  [['2014-12-31', '2015-01-01'], 'day', true],
  [['2014-11-03', '2014-11-05'], 'day', false],
  [['2014-12-29', '2015-01-05'], 'week', true],
  [['2014-12-29', '2015-01-12'], 'week', false],
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
