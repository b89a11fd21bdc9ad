import { describe, expect, it } from 'vitest'
import { fault, plain } from './dates'

describe('a typed date', () => {
  it.each(['', '  ', '2016', '2016-03', '2016-02-29', '٢٠١٦-٠٣-١٤', '۲۰۱۶', ' 1800 '])('%s is taken', (text) => expect(fault(text)).toBe(''))
  it.each(['2015-02-29', '2015-02-31', '2015-13', '2016-00', '2016-3', '14/3/2016', 'yesterday', '2016-03-14T00', '20161'])('%s is no date', (text) =>
    expect(fault(text)).toBe('unread'),
  )
  it.each(['1437', '1437-06-05', '١٤٣٧-٠٦'])('%s is of the Hijri calendar', (text) => expect(fault(text)).toBe('hijri'))
  it.each(['0016', '1799', '2101'])('in %s no article was written', (text) => expect(fault(text)).toBe('far'))
  it('goes on in Latin digits', () => expect(plain(' ٢٠١٦-۰۳ ')).toBe('2016-03'))
})
