import { describe, expect, it } from 'vitest'
import { Offsets } from './offsets'

const TEXTS = ['', 'abc', 'دعمت تركيا', '😀', 'قال 😀 إن 🇸🇾 «الحَرب»', 'a\u0651😀😀b', 'ـــ\u200dx🏴‍☠️y', '𞸀'.repeat(7) + 'ا']

describe('code points and UTF-16 units', () => {
  it.each(TEXTS)('agree with the string’s own iterator: %j', (text) => {
    const offsets = new Offsets(text)
    const points = [...text]
    expect(offsets.length).toBe(points.length)
    for (let at = 0; at <= points.length; at += 1) {
      const units = points.slice(0, at).join('').length
      expect(offsets.toUnits(at)).toBe(units)
      expect(offsets.toPoints(units)).toBe(at)
    }
  })

  it('give the place before a pair that a caret has cut', () => {
    const offsets = new Offsets('ا😀ب')
    expect([0, 1, 2, 3, 4].map((unit) => offsets.toPoints(unit))).toEqual([0, 1, 1, 2, 3])
  })

  it('slice by code points', () => {
    expect(new Offsets('قال 😀 إن').slice([4, 8])).toBe('😀 إن')
  })

  it('count lone surrogates, like any letter, as one', () => {
    expect(new Offsets('a\ud83db').length).toBe(3)
  })
})
