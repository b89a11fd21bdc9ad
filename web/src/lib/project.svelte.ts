/** The project that is open: its counts, its relations and their names; asked once, and again when it changes. */

import { api } from './api'
import { has, t } from './i18n.svelte'
import { prefs } from './prefs.svelte'
import type { Project, RelationInfo } from './types'

export const project: { now: Project | null; error: unknown } = $state({ now: null, error: null })

export async function loadProject(): Promise<void> {
  try {
    project.now = await api.get<Project>('project')
    project.error = null
  } catch (error) {
    project.error = error
  }
}

/** A relation in the interface's language. */
export function relationLabel(name: string): string {
  const known = project.now?.relations.find((relation) => relation.name === name)
  return known ? (prefs.locale === 'ar' ? known.label_ar : known.label_en) : name
}

/** The relations of a sign, or all. */
export function relations(sign?: number): RelationInfo[] {
  return (project.now?.relations ?? []).filter((relation) => sign === undefined || relation.sign === sign)
}

/** A status, verdict, modality… of the server's, in words where there are any. */
export function word(kind: string, code: string): string {
  const key = `words.${kind}_${code.replaceAll(' ', '_')}`
  return has(key) ? t(key) : code
}

/** Who decides in this browser. */
export function coder(): string {
  return prefs.coder || (project.now?.coder ?? '')
}
