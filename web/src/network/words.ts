/** Signs, voices and kinds in the words of the interface. */

import { named, say, t, tag } from '../lib/i18n.svelte'
import { prefs } from '../lib/prefs.svelte'
import { project } from '../lib/project.svelte'
import type { Name } from './types'

/** A relation's sign, as the rule book has it. */
export function signOf(relation: string): number {
  return project.now?.relations.find((r) => r.name === relation)?.sign ?? 0
}

/** A voice: the chain of those who say it, the nearest first; the writer where the text speaks for itself. */
export function voices(voice: readonly Name[] | 'author'): string {
  if (voice === 'author' || voice.length === 0) return t('shell.author_voice')
  return voice.map(named).join(prefs.locale === 'ar' ? ' ← ' : ' → ')
}

/** An actor's kind in words; as it came, where there are none for it. */
export function kind(code: string): string {
  return code ? say(`network.kind_${code.replaceAll('-', '_')}`, code) : ''
}

/** The sign of a tie, as a person reads it. */
export function signed(sign: number): string {
  return t(sign > 0 ? 'network.plus' : sign < 0 ? 'network.minus' : 'network.level')
}

/** Words in a row, as the language sets them. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(tag(), { style: 'short', type: 'unit' }).format(words)
}

/** A kind of tension in words; as it came, where there are none for it. */
export function kindOfTension(code: string): string {
  return say(`tensions.kind_${code.replaceAll(' ', '_')}`, code)
}
