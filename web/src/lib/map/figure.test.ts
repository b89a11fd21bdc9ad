import { describe, expect, it } from 'vitest'
import { CAMPS } from '../../network/camps'
import { broken, figure, type Caption, type FigureInk, type Words } from './figure'
import { towards, type Seen } from './seen'
import { escaped, svg } from './svg'

const ink: FigureInk = { plus: '#0a0', minus: '#a00', text: '#111', soft: '#555', line: '#ddd', paper: '#fff', quiet: '#888', focus: '#00f', camps: CAMPS.map((_, i) => `#00000${i}`), font: 'Ahlaf Sans' }
const seen: Seen = {
  width: 600,
  height: 300,
  spots: [
    { at: [100, 100], size: 32, camp: 1, name: 'إيران', side: 'below', letters: 13, lit: false, opacity: 1 },
    { at: [300, 100], size: 16, camp: null, name: 'A <b>&"c"', side: 'right', letters: 13, lit: true, opacity: 1 },
    { at: [500, 100], size: 16, camp: 0, name: 'بلا مكان', side: null, letters: 13, lit: false, opacity: 0.16 },
  ],
  lines: [
    { from: [100, 100], to: [300, 100], bend: null, sign: -1, width: 2, opacity: 0.75, letters: 15, head: 8 },
    { from: [100, 100], to: [300, 100], bend: [200, 150], sign: 1, width: 2, opacity: 0.75, letters: 0, head: 0 },
  ],
  hulls: [{ path: 'M0,0L9,9Z', name: 'حلف', at: [50, 40] }],
}
const words = (way: 'rtl' | 'ltr'): Caption => ({ title: 'خريطة', lead: '3 فاعلين', plus: 'يجمع', minus: 'يفرّق', alliance: 'حلف معلن', camps: [{ mark: 1, words: 'المعسكر 1: إيران' }], notes: ['كل الادعاءات'], language: way === 'rtl' ? 'ar' : 'en', way })
const drawn = (way: 'rtl' | 'ltr' = 'rtl') => figure(seen, words(way), ink, CAMPS, (w, size) => w.length * size * 0.5)
const texts = (shapes: readonly object[]): Words[] => shapes.filter((s): s is Words => 'words' in s)

describe('figure', () => {
  it('begins its words where one begins to read', () => {
    const [right, left] = [texts(drawn('rtl').around), texts(drawn('ltr').around)]
    expect(right.every((t) => t.from === 'right' && t.way === 'rtl')).toBe(true)
    expect(left.every((t) => t.from === 'left' && t.way === 'ltr')).toBe(true)
    expect(right[0]!.x).toBe(600 + 24)
    expect(left[0]!.x).toBe(24)
  })

  it('says all of its key and of what it was drawn from', () => {
    expect(texts(drawn().around).map((t) => t.words)).toEqual(['خريطة', '3 فاعلين', '+ يجمع', '− يفرّق', 'حلف معلن', 'المعسكر 1: إيران', 'كل الادعاءات'])
    expect(texts(figure({ ...seen, hulls: [] }, words('rtl'), ink, CAMPS, () => 10).around).map((t) => t.words)).not.toContain('حلف معلن')
  })

  it('names whoever is named on the screen, each name in its own direction', () => {
    const names = texts(drawn().inside)
    expect(names.map((t) => t.words)).toEqual(['−', 'إيران', 'A <b>&"c"', 'حلف'])
    expect(names.map((t) => t.way)).toEqual(['ltr', 'rtl', 'ltr', 'rtl'])
    expect(names.map((t) => t.from)).toEqual(['middle', 'middle', 'left', 'middle'])
  })

  it('leaves out of a name the marks that would turn what stands around it', () => {
    const odd = seen.spots.map((s) => ({ ...s, name: `\u2068\u202e${s.name}\u200f` }))
    const marked = figure({ ...seen, spots: odd, hulls: [{ ...seen.hulls[0]!, name: '\u2067حلف' }] }, words('ltr'), ink, CAMPS, () => 10)
    expect(texts(marked.inside).map((t) => t.words)).toEqual(['−', 'إيران', 'A <b>&"c"', 'حلف'])
  })

  it('has lines dashed where they divide, bent where both are said, with arrows where they are seen', () => {
    const lines = drawn().inside.filter((s) => 'd' in s && s.stroke && !s.at && !s.fill)
    expect(lines.map((s) => 'd' in s && [s.d, s.dash?.length ?? 0])).toEqual([['M100,100L292,100', 2], ['M100,100Q200,150 300,100', 0]])
    expect(drawn().inside.filter((s) => 'd' in s && s.d.startsWith('M300,100L292,'))).toHaveLength(1)
  })
})

it.each<[string, number, string[]]>([
  ['a b c', 99, ['a b c']],
  ['aa bb cc', 5, ['aa bb', 'cc']],
  ['overlong b', 3, ['ove', 'rlo', 'ng', 'b']],
  ['a overlong b', 4, ['a', 'over', 'long', 'b']],
  ['مُحَمَّد', 4, ['مُحَ', 'مَّد']],
  ['👨‍👩‍👧!', 1, ['👨‍👩‍👧', '!']],
])('breaks %j at %d', (text, most, wanted) => expect(broken(text, most, (w) => w.length)).toEqual(wanted))

it('goes towards a point, but not past it', () => {
  expect(towards([0, 0], [10, 0], 4)).toEqual([4, 0])
  expect(towards([0, 0], [3, 0], 4)).toEqual([0, 0])
})

describe('svg', () => {
  it.each([
    ['<script>&"', '&lt;script&gt;&amp;&quot;'],
    ['a\u0000\u0008\u001fb\ufffe', 'ab'],
    ['a\ud800b', 'a\ufffdb'],
    ['سطر\nآخر', 'سطر\nآخر'],
  ])('escapes %j', (text, wanted) => expect(escaped(text)).toBe(wanted))

  it('is told in words, holds no markup of anybody’s name, and needs nothing from elsewhere', () => {
    const file = svg(drawn())
    expect(file).toContain('<title id="title">خريطة</title>')
    expect(file).toMatch(/<desc id="desc">3 فاعلين\nالمعسكر 1: إيران\nكل الادعاءات<\/desc>/)
    expect(file).toContain('A &lt;b&gt;&amp;&quot;c&quot;')
    expect(file).not.toMatch(/<b>|href|url\(|<style|<image|<script|@import|NaN|undefined/)
    expect(file.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  })

  it('anchors a text by the way it runs', () => {
    const file = svg(drawn())
    expect(file).toMatch(/<text x="624"[^>]*text-anchor="start" direction="rtl"[^>]*>خريطة/)
    expect(file).toMatch(/text-anchor="start"[^>]*fill="#111">A /)
    expect(svg(drawn('ltr'))).toMatch(/<text x="24"[^>]*text-anchor="start" fill/)
  })
})
