/** What is said beside a picture of the map that is saved: its title, its key, and what it was drawn from. */

import { date, direction, moment, named, number, percent, t } from '../lib/i18n.svelte'
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
    title: t('map.saved_title', { project: project.now?.name ?? '' }),
    lead: shown + of,
    plus: t('network.plus'),
    minus: t('network.minus'),
    alliance: t('map.saved_alliance'),
    camps: camps.slice(0, CAMPS).map((c) => ({ mark: mark(c.number), words: t('map.camp_holds', { n: c.number + 1, names: listed(c.names.slice(0, NAMES).map(named)) + (c.size > NAMES ? '…' : '') }) })),
    notes: [
      [time(answer, filters), ...narrowed(answer, filters)].join(' · '),
      t('map.saved_note'),
      t('map.saved_by', { version: project.now?.version ?? '', at: moment(new Date().toISOString()) }),
    ],
    language: prefs.locale,
    way: direction(),
  }
}

/** Of what time the claims are: what was asked for, or as far as they are dated. */
function time(answer: MapAnswer, filters: Filters): string {
  const [first, last] = [answer.periods[0]?.period, answer.periods.at(-1)?.period]
  const span = { since: date(filters.since || first, 'long'), until: date(filters.until || last, 'long') }
  if (!first || !last) return t('map.saved_undated')
  return t(filters.since || filters.until ? 'map.saved_time' : 'map.saved_whole', span)
}

/** Every filter that is on, in words. */
function narrowed(answer: MapAnswer, filters: Filters): string[] {
  const said = (what: string, values: readonly string[]): string[] => (values.length ? [`${t(`map.${what}`)}: ${listed(values)}`] : [])
  const voices = filters.voice.map((id) => answer.voices.find((v) => v.id === id)).map((v, i) => (v ? (v.id === 'author' ? t('shell.author_voice') : named(v)) : filters.voice[i]!))
  return [
    ...said('voice', voices),
    ...said('outlet', filters.outlet),
    ...said('relation', filters.relation.map(relationLabel)),
    ...said('modality', filters.modality.map((m) => word('modality', m))),
    ...(filters.least ? [`${t('map.least')} ${percent(filters.least)}`] : []),
    ...said('status', filters.status ? [t(`map.status_${filters.status}`)] : []),
    ...said('lift', filters.lift.map((l) => t(`map.lift_${l}`))),
    ...(answer.evidence > 1 ? [`${t('map.evidence')} ${number(answer.evidence)}`] : []),
  ]
}
