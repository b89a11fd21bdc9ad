/** What the server's JSON looks like, as far as the page reads it. */

import type { Span } from './offsets'

export type Sign = 1 | -1 | 0

export interface RelationInfo {
  name: string
  sign: number
  type: string
  label_en: string
  label_ar: string
}

export interface Project {
  name: string
  address: 'file' | 'server'
  /** The first and the last date of its documents, where they have any. */
  dates: [string | null, string | null]
  counts: { documents: number; claims: number; reviews: number; actors: number; waiting: number; set_aside: number }
  coder: string
  version: string
  relations: RelationInfo[]
  /** What each modality counts, and a denial, where nobody has set them. */
  weights: Record<string, number>
  languages: string[]
  example: boolean
  /** Changes with every decision and coding. */
  state: string
}

export interface Coding {
  running: boolean
  done: number
  total: number
  claims: number
  eta?: number | null
}

/** A decision as the stream and the journal tell it. */
export interface Decision {
  number: number
  kind: string
  who: string
  claim?: number | null
  actor?: string | null
  document?: number | null
  verdict?: string | null
  undone?: boolean
  at?: string
}

/** A document that was removed, and the decision that brings it back when it is undone. */
export interface Removed {
  decision: number
  number: number
  title: string | null
  opening: string
  outlet: string | null
  who: string
  at: string
  note: string
}

/** A decision of the journal, with the names of what it is about. */
export interface JournalEntry {
  number: number
  kind: string
  who: string
  at: string
  note: string
  document: number | null
  claim: number | null
  content: Record<string, unknown>
  undoes: number | null
  undone: boolean
  title: string | null
  opening: string
  added: number | null
  about: { id: string; name: string; name_en?: string | null } | null
  other: { id: string; name: string; name_en?: string | null } | null
  ends: Record<string, { id: string; name: string; name_en?: string | null }>
}

export interface DocumentRow {
  number: number
  id: string
  title: string | null
  opening: string
  outlet: string | null
  author: string | null
  date: string | null
  claims: number
  reviewed: number
  doubtful: number
  tension: number | null
  state: 'waiting' | 'coded' | 'failed'
  copies?: number
  hits?: { text: string; lit: Span[] }[]
}

export interface DocumentText {
  number: number
  id: string
  title: string | null
  opening: string
  outlet: string | null
  author: string | null
  date: string | null
  url?: string | null
  text: string
  language: string
  dir: 'rtl' | 'ltr'
  state?: string
  coder?: { name: string; version: string; digest: string } | null
  sentences: Span[]
}

export interface ClaimEnd {
  id: string
  name: string
  name_en?: string
  kind?: string
  country?: string
  sector?: string
  span: Span | null
}

export interface Review {
  decision: number
  verdict: string
  who: string
  at?: string
  note?: string | null
  undone?: boolean
}

export interface Claim {
  number: number
  document: number
  source: ClaimEnd | null
  target: ClaimEnd | null
  voice: ClaimEnd[] | 'author'
  relation: string
  sign: number
  polarity: string
  modality: string
  trigger_span: Span
  span: Span
  words: string
  time?: string | null
  place?: unknown
  purpose?: unknown
  credence: number
  rule: string
  status: string
  by: 'machine' | 'person'
  /** The language model that made it, if one did. */
  model: string | null
  /** Where rules and a language model read side by side: who found it, and what they differ on. */
  coders: ('rules' | 'llm')[]
  differs: string[]
  /** Whether its event is told as news that it happened. */
  reported: boolean
  reviews: Review[]
}
