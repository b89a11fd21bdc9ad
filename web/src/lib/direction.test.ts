import { expect, test } from 'vitest'
import { runs } from './direction'

test.each([
  ['حلف NATO في ليبيا', 'rtl'],
  ['NATO قصف مواقع في ليبيا', 'rtl'],
  ['John Smith قال إن تركيا دعمت العراق بالسلاح', 'rtl'],
  ['“Reuters”: واشنطن تعاقب طهران', 'rtl'],
  ['Ankara backed الحكومة with arms', 'ltr'],
  ['Turkey', 'ltr'],
  ['٢٠١٤ — 2014', 'rtl'],
  ['', 'rtl'],
])('%s runs %s', (text, way) => {
  expect(runs(text)).toBe(way)
})
