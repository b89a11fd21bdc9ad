/** What is said beside a picture of the map that is saved: its title, its key, and what it was drawn from. */

import { date, direction, moment, named, number, percent, t } from '../lib/i18n.svelte'
import { unmarked } from '../lib/direction'
import type { Caption } from '../lib/map/figure'
import type { Filters } from '../lib/map/filters'
import { prefs } from '../lib/prefs.svelte'
import { project, relationLabel, word } from '../lib/project.svelte'
import { mark } from './camps'
import type { MapActor, MapAnswer } from './types'
import { listed } from './words'

/** So many camps are told, as beside the map, and so many names of each. */
const [CAMPS, NAMES] = [8, 8] as const

export function caption(answer: MapAnswer, filters: Filters, camps: readonly { number: number; size: number; names: readonly MapActor[] }[]): Caption {
  const shown = t('map.shown', { actors: t('map.actors', { n: answer.actors.length }), ties: t('map.ties', { n: answer.edges.length }) })
  const of = answer.total.actors > answer.actors.length ? ` ${t('map.of', { n: answer.total.actors })}` : ''
  return {
    title: t('map.saved_title', { project: unmarked(project.now?.name ?? '') }),
    lead: shown + of,
    plus: t('network.plus'),
    minus: t('network.minus'),
    alliance: t('map.saved_alliance'),
    camps: camps.slice(0, CAMPS).map((c) => ({ mark: mark(c.number), words: t('map.camp_holds', { n: c.number + 1, names: listed(c.names.slice(0, NAMES).map(plain)) + (c.size > NAMES ? '…' : '') }) })),
    notes: [
      drawnFrom(answer, filters).join(' · '),
      t('map.saved_note'),
      t('map.saved_by', { version: project.now?.version ?? '', at: moment(new Date().toISOString()) }),
    ],
    language: prefs.locale,
    way: direction(),
  }
}

/** Time, every filter that is on, and what was gathered, in words. */
function drawnFrom(answer: MapAnswer, filters: Filters): string[] {
  const on = narrowed(answer, filters)
  return [time(filters, on.length > 0), ...on, ...said('lift', filters.lift.map((l) => t(`map.lift_${l}`)))]
}

/** Of what time the claims are: what was asked for, or all, with the time that their documents span where nothing else narrows them. */
function time(filters: Filters, narrowed: boolean): string {
  const told = { since: date(filters.since, 'long'), until: date(filters.until, 'long') }
  if (filters.since && filters.until) return t('map.saved_time', told)
  if (filters.since || filters.until) return t(filters.since ? 'map.saved_since' : 'map.saved_until', told)
  if (narrowed) return t('map.all_time')
  const [first, last] = project.now?.dates ?? []
  return first && last ? t('map.saved_whole', { since: date(first, 'long'), until: date(last, 'long') }) : t('map.saved_all')
}

function said(what: string, values: readonly string[]): string[] {
  return values.length ? [`${t(`map.${what}`)}: ${listed(values.map(unmarked))}`] : []
}

function plain(one: { name: string; name_en?: string | null }): string {
  return unmarked(named(one))
}

/** Every filter that is on but time. */
function narrowed(answer: MapAnswer, filters: Filters): string[] {
  const voices = filters.voice.map((id) => answer.voices.find((v) => v.id === id)).map((v, i) => (v ? (v.id === 'author' ? t('shell.author_voice') : named(v)) : filters.voice[i]!))
  return [
    ...said('voice', voices),
    ...said('outlet', filters.outlet),
    ...said('relation', filters.relation.map(relationLabel)),
    ...said('modality', filters.modality.map((m) => word('modality', m))),
    ...(filters.least ? [`${t('map.least')} ${percent(filters.least)}`] : []),
    ...said('status', filters.status ? [t(`map.status_${filters.status}`)] : []),
    ...(answer.evidence > 1 ? [`${t('map.evidence')} ${number(answer.evidence)}`] : []),
  ]
}
