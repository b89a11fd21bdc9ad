import { describe, expect, it } from 'vitest'
import { Offsets } from '../offsets'
import { move, stretch, trimmed, wordAt } from './picking'

const text = new Offsets('قال 😀 «الوزير» إنّ الحكومةَ تدعم')
const words = (span: readonly [number, number] | null) => span && text.slice(span)

describe('picking words', () => {
  it('starts with the word at a place or behind it', () => {
    expect(words(wordAt(text, 0))).toBe('قال')
    expect(words(wordAt(text, 4))).toBe('الوزير')
    expect(words(wordAt(text, 9))).toBe('الوزير')
  })

  it('moves and stretches by words, marks of vowels with their letters', () => {
    const minister = wordAt(text, 7) as [number, number]
    expect(words(move(text, minister, 1, 'word'))).toBe('إنّ')
    expect(words(move(text, minister, -1, 'word'))).toBe('قال')
    const more = stretch(text, stretch(text, minister, 1, 'word'), 1, 'word')
    expect(words(more)).toBe('الوزير» إنّ الحكومةَ')
    expect(words(stretch(text, more, -1, 'word'))).toBe('الوزير» إنّ')
    expect(words(stretch(text, minister, -1, 'word'))).toBe('الوزير')
  })

  it('goes by letters where a word is too much', () => {
    const minister = wordAt(text, 7) as [number, number]
    expect(words(stretch(text, minister, -1, 'letter'))).toBe('الوزي')
    expect(words(move(text, minister, 1, 'letter'))).toBe('ل')
  })

  it('stays inside the text', () => {
    const last = wordAt(text, 99) as [number, number]
    expect(words(last)).toBe('تدعم')
    expect(move(text, last, 1, 'word')).toEqual(last)
    expect(stretch(text, last, 1, 'letter')).toEqual(last)
  })

  it('drops the white space at the ends of what a mouse has dragged over', () => {
    expect(words(trimmed(text, [3, 6]))).toBe('😀')
    expect(trimmed(text, [3, 4])).toBeNull()
  })
})
