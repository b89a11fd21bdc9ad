import { describe, expect, it } from 'vitest'
import { Offsets, type Span } from '../offsets'
import { blockAt, blocks } from './blocks'

const joined = (text: string, sentences: Span[] = [], longest?: number) => blocks(new Offsets(text), sentences, longest).map((block) => block.text)

describe('blocks', () => {
  it.each([
    ['', []],
    ['سطر', ['سطر']],
    ['ا\nب\n', ['ا\n', 'ب\n']],
    ['\n\nا', ['\n', '\n', 'ا']],
    ['ا\r\nب', ['ا\r\n', 'ب']],
  ])('one a paragraph: %j', (text, wanted) => expect(joined(text)).toEqual(wanted))

  it('cuts a long paragraph behind a sentence', () => {
    expect(joined('قال كذا. ثم قال كذا. ثم سكت', [[0, 8], [9, 20], [21, 27]], 21)).toEqual(['قال كذا. ثم قال كذا. ', 'ثم سكت'])
  })

  it('cuts at a space where no sentence ends, and anywhere where there is no space', () => {
    expect(joined('aaa bbb ccc', [], 6)).toEqual(['aaa ', 'bbb ', 'ccc'])
    expect(joined('x'.repeat(10), [], 4)).toEqual(['xxxx', 'xxxx', 'xx'])
  })

  it('never cuts an emoji in two', () => {
    const text = '😀'.repeat(10)
    const parts = joined(text, [], 3)
    expect(parts.join('')).toBe(text)
    expect(parts.every((part) => [...part].every((letter) => letter === '😀'))).toBe(true)
  })

  it('keeps two million letters in order and finds a place in them', () => {
    const text = 'كلمة 😀 '.repeat(300_000)
    const offsets = new Offsets(text)
    const list = blocks(offsets)
    expect(list.map((block) => block.text).join('')).toBe(text)
    for (const point of [0, 3999, 4000, 1_234_567, offsets.length - 1]) {
      const block = list[blockAt(list, point)]
      expect(block && block.start <= point && point < block.end).toBe(true)
    }
  })
})
