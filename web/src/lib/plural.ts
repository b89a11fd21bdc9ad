/** Messages with values and plural forms, apart from any screen so that they can be tested. */

export type Locale = 'ar' | 'en'
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>
export type Values = Readonly<Record<string, string | number>>
export type Catalogue = Readonly<Record<string, Message>>

const FSI = '\u2068'
const PDI = '\u2069'
const rules = new Map<Locale, Intl.PluralRules>()

function ruleOf(locale: Locale): Intl.PluralRules {
  const known = rules.get(locale)
  if (known) return known
  const made = new Intl.PluralRules(locale)
  rules.set(locale, made)
  return made
}

/**
 * The message in words: `{name}` becomes the value. Numbers are written by `write`; texts, which may run the other
 * way, are isolated (FSI…PDI), so that an English name inside an Arabic sentence moves nothing around it.
 * A message with plural forms is chosen by the value `n`.
 */
export function fill(message: Message, values: Values, locale: Locale, write: (n: number) => string): string {
  const form = typeof message === 'string' ? message : pluralForm(message, Number(values['n'] ?? 0), locale)
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? write(value) : FSI + value + PDI
  })
}

/** The numbers of a sentence of the server's written by `write`; names, which stand in «», keep what they are written with. */
export function numbered(sentence: string, write: (n: number) => string): string {
  return sentence.replace(/«[^»]*»|\d+(?:\.\d+)?/g, (found) => (found.startsWith('«') ? found : write(Number(found))))
}

/** By what a name is told from others of its kind: the server's "document 9", at the name's end. */
const APART = /((?:\(|كاتب )الوثيقة )(\d+)(\)?)$/

/** An actor's Arabic name with the number of its document, if it has one, written by `write`. */
export function placed(name: string, write: (n: number) => string): string {
  return name.replace(APART, (_, before: string, n: string, behind: string) => before + write(Number(n)) + behind)
}

function pluralForm(forms: Partial<Record<Intl.LDMLPluralRule, string>>, n: number, locale: Locale): string {
  return forms[ruleOf(locale).select(n)] ?? forms.other ?? ''
}
