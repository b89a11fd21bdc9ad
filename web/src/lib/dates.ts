/** Dates as people type them: the year first, as far as it is known. The server refuses the same (src/ahlaf/dates.py). */

export type Fault = '' | 'unread' | 'hijri' | 'far'

/** A date in Latin digits and without what stands around it. */
export function plain(text: string): string {
  return text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

/** What is wrong with a date; nothing is wrong with none. */
export function fault(text: string): Fault {
  const date = plain(text)
  if (!date) return ''
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!parts) return 'unread'
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  if (year >= 1215 && year <= 1524) return 'hijri'
  if (year < 1800 || year > 2100) return 'far'
  const when = new Date(Date.UTC(year, month - 1, day))
  return when.getUTCMonth() === month - 1 && when.getUTCDate() === day ? '' : 'unread'
}
