/** Which way a text runs. An Arabic sentence may begin with a Latin name, so its first letter must not decide. */

const RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
const LETTER = /\p{L}/u

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
