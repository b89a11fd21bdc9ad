/** Which way a text runs. An Arabic sentence may begin with a Latin name, so its first letter must not decide. */

const RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
const LETTER = /\p{L}/u

/** Without the marks that turn what stands around them: a picture has no element that would hold a name's to itself. */
export function unmarked(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** As most of its letters do; right to left where they are even, or where there are none. */
export function runs(text: string): 'rtl' | 'ltr' {
  let letters = 0
  let right = 0
  for (const sign of text.slice(0, 2000)) {
    if (!LETTER.test(sign)) continue
    letters += 1
    if (RIGHT.test(sign)) right += 1
  }
  return 2 * right >= letters ? 'rtl' : 'ltr'
}
