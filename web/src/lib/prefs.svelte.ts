/** What this browser remembers: language, digits, keys, name, and that the tour was seen. */

import type { Locale } from './plural'

export interface Prefs {
  locale: Locale
  /** In the Arabic interface: ١٢٣ or 123. */
  digits: 'arab' | 'latn'
  /** One-letter keys in the reader (WCAG 2.1.4 asks for a way to switch them off). */
  keys: boolean
  /** Who decides; empty: the name the server was started with. */
  coder: string
  toured: boolean
}

const STORE = 'ahlaf'

function first(): Prefs {
  const arabic = navigator.languages.some((language) => language.toLowerCase().startsWith('ar'))
  const start: Prefs = { locale: arabic ? 'ar' : 'en', digits: 'arab', keys: true, coder: '', toured: false }
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '{}') as Partial<Prefs>
    if (kept.locale === 'ar' || kept.locale === 'en') start.locale = kept.locale
    if (kept.digits === 'arab' || kept.digits === 'latn') start.digits = kept.digits
    if (typeof kept.keys === 'boolean') start.keys = kept.keys
    if (typeof kept.coder === 'string') start.coder = kept.coder
    if (typeof kept.toured === 'boolean') start.toured = kept.toured
  } catch {
    // A browser that keeps nothing, or something else under this name: the page starts as on the first day.
  }
  return start
}

export const prefs: Prefs = $state(first())

/** Changes what is remembered, here and in the browser. */
export function remember(change: Partial<Prefs>): void {
  Object.assign(prefs, change)
  try {
    localStorage.setItem(STORE, JSON.stringify(prefs))
  } catch {
    // Private windows may refuse; the choice then holds until the page is closed.
  }
}
