/** What the codes of countries and sectors mean. The countries are the rule book's: asked for once, when a code is first shown. */

import { api } from './api'
import { has, named, t } from './i18n.svelte'

interface Country {
  id: string
  name: string
  name_en: string
}

const countries: { now: readonly Country[] } = $state({ now: [] })
let asked = false

/** Asks for the countries' names, if nobody has. Until they are there, and where they can't be had, codes stand for themselves. */
export function learn(): void {
  if (asked) return
  asked = true
  api.get<{ items: Country[] }>('countries').then(
    ({ items }) => (countries.now = items),
    () => (asked = false),
  )
}

/** PLOVER's sectors, and what stands in a country's place where an actor has none. */
export const SECTORS = 'GOV MIL PRM COP SPY JUD LEG PTY OPP REB UAF CVL SOC REL JRN EDU ELI BUS LAB MED AGR REF CRM PRE UNK'.split(' ')
export const BODIES = 'IGO UNO EUR NGO IMG ISM MNC'.split(' ')

/** What a code means in the language of the interface; nothing where that is not known. */
export function meaning(kind: 'country' | 'sector', code: string): string {
  const key = `codes.${kind}_${code}`
  if (has(key)) return t(key)
  const country = kind === 'country' && countries.now.find((one) => one.id === code)
  return country ? named(country) : ''
}

/** The codes of countries in the order of their names. */
export function countryCodes(): string[] {
  const order = new Intl.Collator(document.documentElement.lang)
  return [...countries.now].sort((a, b) => order.compare(named(a), named(b))).map(({ id }) => id)
}
