/** What the server's JSON looks like where it speaks of the network. */

import type { Span } from '../lib/offsets'
import type { Frustration } from '../lib/suppose'

export interface Name {
  id: string
  name: string
  name_en?: string | null
}

/** A claim by its words: where they stand, who says them, of whom. */
export interface Quoted {
  claim: number
  document: number
  title: string | null
  opening: string
  outlet: string | null
  author: string | null
  date: string | null
  words: string
  lit: Span[]
  denied: boolean
  modality: string
  relation: string
  voice: Name[] | 'author'
  source: Name | null
  target: Name | null
  status: string
}

export interface MapActor extends Name {
  kind: string
  camp: number | null
  claims: number
  /** How many ties it has under these filters, drawn or left aside. */
  ties: number
  x?: number | null
  y?: number | null
}

export interface MapEdge {
  source: string
  target: string
  sign: 1 | -1
  for: number
  against: number
  documents: number
  outlets: number
  voices: number
  first: string | null
  last: string | null
  relations: string[]
  /** Some of its claims; `total` says how many there are. */
  claims: number[]
  total: number
}

export interface MapAnswer {
  actors: MapActor[]
  edges: MapEdge[]
  camps: { number: number; size: number }[]
  alliances: (Name & { members: string[] })[]
  frustration: Frustration | null
  periods: { period: string; claims: number }[]
  voices: (Name & { claims: number })[]
  outlets: { name: string; claims: number }[]
  total: { actors: number; edges: number }
  /** The least number of documents that an edge here rests on. */
  evidence: number
  /** With which ties the map begins where nobody has said, and how many rest on fewer documents. */
  begins: { evidence: number; aside: number }
  /** Who was asked for: how many ties and actors are there for its sake alone. */
  around: { id: string; ties: number; actors: number } | null
  /** A newer picture is being worked out: the event `picture` tells when it is there. */
  stale?: boolean
}

export interface Side {
  ar: string
  en: string
  mass: number
  total: number
  quotations: Quoted[]
}

export interface Tension {
  id: string
  kind: string
  score: number
  sentence_ar: string
  sentence_en: string
  actors: Name[]
  sides: Side[]
  claims: number[]
}

export interface Tensions {
  total: number
  kinds: { kind: string; count: number }[]
  items: Tension[]
  stale?: boolean
}

export interface State {
  frustration: Frustration
  camps: string[][]
}

export interface WhatIf {
  before: State
  after: State
  gone: Tension[]
  come: Tension[]
  changed: { before: number; after: number; tension: Tension }[]
  moved: Name[]
  joined: { actor: Name; beside: Name[] }[]
  new_actors: string[]
}

export interface Counts {
  period: string
  for: number
  against: number
}

export interface Turned {
  source: Name
  target: Name
  was: number
  now: number
  before: string
  start: string
  quotations_before: Quoted[]
  quotations_after: Quoted[]
}

export interface Timeline {
  by: string
  counts: Counts[]
  undated: number
  turned: Turned[]
  turned_total: number
}

export interface ActorRow extends Name {
  kind: string
  country: string
  sector: string
  claims: number
  claims_for: number
  claims_against: number
}

export interface ActorDecision {
  number: number
  kind: string
  who: string
  at?: string
  content: Record<string, unknown>
  active: boolean
}

/** What an outlet prints on a tie, whoever says it; the loudest of a side is quoted. */
export interface Printed {
  outlet: string
  for: number
  against: number
  quotations: Quoted[]
}

/** Somebody to whom an actor's tie is a bond in some outlets and a divide in others. */
export interface Differing {
  other: Name
  binds: Printed[]
  divides: Printed[]
}

export interface ActorPage extends Name {
  names: string[]
  kind: string
  country: string
  sector: string
  claims: number
  for: number
  against: number
  denied: number
  as_source: number
  as_target: number
  by_voice: (Name & { for: number; against: number })[]
  neighbours: (Name & { for: number; against: number; as_source: number; as_target: number })[]
  differing: Differing[]
  members: (Name & { decision: number | null })[]
  merged_into: Name | null
  decisions: ActorDecision[]
}

export interface CandidateActor extends Name {
  kind: string
  country: string
  sector: string
  claims: number
  quotation: Quoted | null
}

export interface Candidate {
  actor: CandidateActor
  into: CandidateActor
  reasons: string[]
  weight: number
}

export interface Pair {
  one: string
  other: string
  claims: number
  share: number
  kappa: number | null
}

export interface FieldAgreement {
  field: string
  claims: number
  coders: string[]
  pairs: Pair[]
  fleiss: number | null
  fleiss_claims: number
  alpha: number | null
}

export interface AgreementAnswer {
  fields: FieldAgreement[]
  machine: FieldAgreement[]
}

export interface Answer {
  found: 'claims' | 'search' | 'nothing'
  understood: { source: Name | null; relation: string | null; sign: 1 | -1 | null; denied: boolean; target: Name | null; voice: Name | null; about: Name | null; left: string[]; whole: boolean } | null
  total: number
  items: Quoted[]
  documents: {
    number: number
    title: string | null
    opening: string
    outlet: string | null
    date: string | null
    text: string
    lit: Span[]
  }[]
}
