import { describe, expect, it } from 'vitest'
import { asked, dates, LIMIT, narrowed, narrowing, none, query, read, request, thumbs } from './filters'

describe('query', () => {
  it('says nothing where nothing is asked', () => expect(query(none()).toString()).toBe(''))

  it('says what is asked, in one order', () => {
    const f = { ...none(), relation: ['AID', 'ALLY'], since: '2014', evidence: 3, lift: ['organs'], outlet: ['الشرق'] }
    expect([...query(f)]).toEqual([
      ['since', '2014'],
      ['outlet', 'الشرق'],
      ['relation', 'AID'],
      ['relation', 'ALLY'],
      ['lift', 'organs'],
      ['evidence', '3'],
    ])
  })

  it('comes back from the address as it went in', () => {
    const f = {
      since: '2014-06',
      until: '2016',
      voice: ['وزير & ناطق'],
      outlet: ['أ'],
      relation: ['AID'],
      modality: ['alleged'],
      status: 'confirmed',
      least: 0.25,
      evidence: 2,
      lift: ['members'],
      limit: 300,
      around: 'YEM',
    }
    expect(read(new URLSearchParams(query(f).toString()))).toEqual(f)
    expect(asked(f)).toBe(8)
    expect(asked({ ...none(), lift: ['organs', 'members'] })).toBe(0) // they leave nothing out
    expect([none(), { ...none(), lift: ['organs'] }, { ...none(), since: '2014' }].map(narrowed)).toEqual([false, true, true])
  })

  it.each(['since=yesterday', 'status=odd', 'evidence=-3', 'evidence=1.5', 'lift=moon', 'limit=abc', 'voice=', 'least=much', 'least=2', 'least=-1', 'modality='])(
    'leaves %s at nothing asked',
    (address) => expect(read(new URLSearchParams(address))).toEqual(none()),
  )

  it('tells the server how many actors, whether or not that was chosen', () => {
    expect(request(none())).toBe(`evidence=0&limit=${LIMIT}`)
    expect(request({ ...none(), limit: 30, lift: ['organs'] })).toBe('lift=organs&evidence=0&limit=30')
    expect(request({ ...none(), around: 'text:مسلحون@YEM' })).toBe(`around=${encodeURIComponent('text:مسلحون@YEM')}&evidence=0&limit=${LIMIT}`)
    expect(read(new URLSearchParams('around=YEM')).around).toBe('YEM')
  })

  it('keeps apart that all ties were asked for and that nothing was said of them', () => {
    const all = { ...none(), evidence: 1 }
    expect(query(all).toString()).toBe('evidence=1')
    expect(read(query(all))).toEqual(all)
    expect(asked(all)).toBe(0) // nothing is filtered out
  })

  it('says what narrows the claims, and leaves what is drawn of them', () => {
    const f = { ...none(), relation: ['AID'], least: 0.5, evidence: 3, limit: 30, around: 'YEM', lift: ['organs'] }
    expect(narrowing(f).toString()).toBe('relation=AID&lift=organs&least=0.5')
    expect(narrowing(none()).toString()).toBe('')
  })

  it('bounds what is asked', () => {
    expect(read(new URLSearchParams('limit=99999')).limit).toBe(300)
    expect(read(new URLSearchParams('limit=1')).limit).toBe(10)
  })
})

describe('the slider of time', () => {
  const periods = ['2014-01', '2014-03', '2014-04', '2015-01']
  it.each<[string, string, [number, number]]>([
    ['', '', [0, 3]],
    ['2014-03', '', [1, 3]],
    ['2014-02', '2014-12', [1, 2]],
    ['2013', '2013', [0, 0]],
    ['2016', '', [3, 3]],
    ['', '2014-03', [0, 1]],
  ])('puts its thumbs for %s to %s', (since, until, at) => expect(thumbs(periods, since, until)).toEqual(at))

  it('asks for no date at the ends, so that undated claims stay', () => {
    expect(dates(periods, 0, 3)).toEqual({ since: '', until: '' })
    expect(dates(periods, 1, 2)).toEqual({ since: '2014-03', until: '2014-04' })
  })

  it('lives without periods', () => {
    expect(thumbs([], '', '')).toEqual([0, 0])
    expect(dates([], 0, 0)).toEqual({ since: '', until: '' })
  })
})
