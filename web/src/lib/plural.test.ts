import { describe, expect, it } from 'vitest'
import { fill, numbered, placed, type Catalogue, type Locale } from './plural'

const files = import.meta.glob<Catalogue>('../messages/*/*.json', { eager: true, import: 'default' })
const of = (locale: Locale) => Object.fromEntries(Object.entries(files).filter(([path]) => path.includes(`/${locale}/`)).map(([path, messages]) => [path.replace(/.*\//, ''), messages]))
const [arabic, english] = [of('ar'), of('en')]
const plain = (n: number) => String(n)
const names = (text: string) => new Set(text.match(/\{\w+\}/g) ?? [])

describe('messages', () => {
  it('are in the same files in both languages', () => expect(Object.keys(arabic).sort()).toEqual(Object.keys(english).sort()))

  it.each(Object.keys(english))('%s says the same things in both languages', (file) => {
    expect(Object.keys(arabic[file] ?? {}).sort()).toEqual(Object.keys(english[file] ?? {}).sort())
  })

  it.each(Object.keys(english))('%s names its values alike, and has the plural forms its language needs', (file) => {
    for (const [key, message] of Object.entries(english[file] ?? {})) {
      const other = arabic[file]?.[key] ?? ''
      expect(typeof other, key).toBe(typeof message)
      if (typeof message === 'string' && typeof other === 'string') {
        expect(names(other), key).toEqual(names(message))
        expect(other.trim(), key).not.toBe('')
      } else if (typeof message !== 'string' && typeof other !== 'string') {
        expect(Object.keys(message).sort(), key).toEqual(['one', 'other'])
        expect(Object.keys(other).sort(), key).toEqual(['few', 'many', 'one', 'other', 'two', 'zero'])
        const allowed = names(message.other ?? '')
        for (const form of Object.values(other)) for (const name of names(form)) expect(allowed, key).toContain(name)
      }
    }
  })

  it('in Arabic are written in Arabic', () => {
    for (const [file, messages] of Object.entries(arabic)) {
      for (const [key, message] of Object.entries(messages)) {
        const words = typeof message === 'string' ? message : Object.values(message).join(' ')
        if (/[a-z]{3}/i.test(words.replace(/\{\w+\}/g, ''))) expect(words, `${file} ${key}`).toMatch(/[\u0600-\u06ff]|^[A-Z0-9 ,+/().-]+$/)
      }
    }
  })
})

describe('filling in', () => {
  const documents = arabic['shell.json']?.['documents'] ?? ''
  it.each([
    [0, 'لا وثائق'],
    [1, 'وثيقة واحدة'],
    [2, 'وثيقتان'],
    [3, '3 وثائق'],
    [10, '10 وثائق'],
    [11, '11 وثيقة'],
    [99, '99 وثيقة'],
    [100, '100 وثيقة'],
    [102, '102 وثيقة'],
    [103, '103 وثائق'],
  ])('Arabic counts %i rightly', (n, wanted) => expect(fill(documents, { n }, 'ar', plain)).toBe(wanted))

  it('isolates texts, so that they turn nothing around them', () => {
    expect(fill('قال {who}: {n}', { who: 'John Smith', n: 3 }, 'ar', plain)).toBe('قال \u2068John Smith\u2069: 3')
  })

  it('never reads a value as a message', () => {
    expect(fill('{a} {b}', { a: '{b}', b: 'x' }, 'en', plain)).toBe('\u2068{b}\u2069 \u2068x\u2069')
  })
})

it.each([
  ['33 قولاً (وزنها 9.686، مبرهن)', '<33> قولاً (وزنها <9.686>، مبرهن)'],
  ['«اللواء 14» هاجم «عشرين»؛ و25 غيرها', '«اللواء 14» هاجم «عشرين»؛ و<25> غيرها'],
  ['لا عدد هنا', 'لا عدد هنا'],
])('numbers of a sentence are written anew, names are left: %s', (said, written) => {
  expect(numbered(said, (n) => `<${n}>`)).toBe(written)
})

it.each([
  ['نحن (الوثيقة 9)', 'نحن (الوثيقة <9>)'],
  ['كاتب الوثيقة 12', 'كاتب الوثيقة <12>'],
  ['مجموعة 5+1', 'مجموعة 5+1'],
  ['كتيبة 17 (IRQ)', 'كتيبة 17 (IRQ)'],
])('%s has the number of its document in the digits of the page', (name, written) => {
  expect(placed(name, (n) => `<${n}>`)).toBe(written)
})
