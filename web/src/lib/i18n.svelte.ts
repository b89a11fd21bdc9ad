/** The words of the page in the language of the interface. */

import messages from 'virtual:messages'
import { fill, numbered, placed, type Message, type Values } from './plural'
import { prefs } from './prefs.svelte'

const written = (key: string): Message | undefined => messages[key]?.[prefs.locale === 'ar' ? 0 : 1]

/** The message `room.key` (messages/LOCALE/room.json), its `{values}` filled in; plural forms go by the value `n`. */
export function t(key: string, values: Values = {}): string {
  const message = written(key)
  if (message === undefined) {
    if (import.meta.env.DEV) console.warn(`no message ${key}`)
    return key
  }
  return fill(message, values, prefs.locale, number)
}

/** Whether there is a message of this name: for codes that come from the server. */
export function has(key: string): boolean {
  return written(key) !== undefined
}

/** `t(key)` where there is such a message, else the code itself. */
export function say(key: string, code: string): string {
  return has(key) ? t(key) : code
}

export function direction(): 'rtl' | 'ltr' {
  return prefs.locale === 'ar' ? 'rtl' : 'ltr'
}

/** The locale as Intl wants it: Gregorian dates, the digits that were chosen. */
export function tag(): string {
  return prefs.locale === 'ar' ? `ar-u-ca-gregory-nu-${prefs.digits}` : 'en-GB'
}

// A format is dear to make and cheap to use, and a list asks for hundreds: each is made once.
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function kept<F extends Intl.NumberFormat | Intl.DateTimeFormat, O>(Format: new (tag: string, options: O) => F, options: O): F {
  const key = `${Format.name} ${tag()} ${JSON.stringify(options)}`
  const found = formats.get(key) as F | undefined
  if (found) return found
  const made = new Format(tag(), options)
  formats.set(key, made)
  return made
}

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return kept(Intl.NumberFormat, options).format(value)
}

/** What the server says in both languages, in the one of the interface and with its digits. */
export function either(ar: string, en: string): string {
  return prefs.locale === 'ar' ? numbered(ar, (n) => number(n, { maximumFractionDigits: 2 })) : en
}

export function percent(share: number): string {
  return number(share, { style: 'percent', maximumFractionDigits: 0 })
}

/** A date as far as it is known: "2016", "2016-03" or "2016-03-14"; anything else is shown as it came. */
export function date(iso: string | null | undefined, month: 'long' | 'short' = 'short'): string {
  if (!iso) return ''
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso)
  if (!parts) return iso
  const when = new Date(Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1)))
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' }
  if (parts[2]) options.month = month
  if (parts[3]) options.day = 'numeric'
  return kept(Intl.DateTimeFormat, options).format(when)
}

/** A moment, in the reader's own time. */
export function moment(iso: string): string {
  const when = new Date(iso)
  return Number.isNaN(when.getTime()) ? iso : kept(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(when)
}

/** An actor's or document's name in the interface's language, where there is one. */
export function named(thing: { name: string; name_en?: string | null }): string {
  return prefs.locale === 'en' && thing.name_en ? thing.name_en : placed(thing.name, (n) => number(n, { useGrouping: false }))
}
