/** The reader's desk: the article, its claims, the one that is chosen, what is being changed, what was decided. */

import { api, ApiError, type Page } from '../api'
import { Offsets, type Span } from '../offsets'
import { coder } from '../project.svelte'
import type { Lit } from '../segments'
import type { Claim, Decision, DocumentText } from '../types'
import { blockAt, blocks, type Block } from './blocks'
import { claimLights, roleLights, roleSpans, standing, type Mark, type Role } from './roles'

export type Verdict = 'confirm' | 'correct' | 'refuse' | 'unsure'
export type Order = 'place' | 'doubt'

/** A claim as it would be after a change, or one that the machine missed. */
export interface Draft {
  /** Null for a missed claim. */
  claim: Claim | null
  relation: string
  polarity: string
  modality: string
  spans: Partial<Record<Role, Span>>
  /** Which spans the person has set or emptied. */
  touched: Set<Role>
  note: string
}

export interface Found {
  words: string
  here: Span[]
  elsewhere: { total: number; items: { number: number; title: string | null; opening: string; text: string; lit: Span[] }[] }
}

/** What the reader tells: a decision of one's own, or of somebody else. */
export interface News {
  kind: 'mine' | 'theirs' | 'undone' | 'back' | 'nothing'
  verdict: string
  claim: number | null
  who: string
  /** Of an undoing: its own number, and that of the decision that it took back. */
  undoing?: { number: number; of: number }
}

/** What the server says of an undoing. */
interface Undone { undone: number; decision: number; kind: string; claim: number | null }

type Bare = Omit<DocumentText, 'text'>
const NONE: readonly Lit<Mark>[] = []

/** What coders differ on first, then what is least credible. */
function doubt(a: Claim, b: Claim): number {
  return Number(a.differs.length === 0) - Number(b.differs.length === 0) || a.credence - b.credence
}

export class Desk {
  document: Bare | null = $state.raw(null)
  claims: Claim[] = $state.raw([])
  chosen: number | null = $state(null)
  order: Order = $state('place')
  /** Whether only events that are told as news are wanted, where the article tells any. */
  eventsOnly = $state(false)
  draft: Draft | null = $state(null)
  /** The role for which words are being picked. */
  picking: Role | null = $state(null)
  picked: Span | null = $state.raw(null)
  found: Found | null = $state.raw(null)
  news: News | null = $state.raw(null)
  busy = $state(false)
  error: unknown = $state(null)

  offsets = new Offsets('')
  blocks: readonly Block[] = $state.raw([])
  #mine: number[] = []
  /** What was heard while a decision of one's own was on its way: it may be that very decision. */
  #heard: Decision[] = []
  #writes = 0
  #turn = 0

  /** Bumped when the chosen claim should be brought into view. */
  reveal = $state(0)

  readonly events: number = $derived(this.claims.filter(({ reported }) => reported).length)
  readonly ordered: Claim[] = $derived(
    this.claims.filter(({ reported }) => reported || !this.eventsOnly || !this.events).sort((a, b) => (this.order === 'doubt' ? doubt(a, b) : 0) || a.span[0] - b.span[0] || a.number - b.number),
  )
  readonly claim: Claim | null = $derived(this.claims.find(({ number }) => number === this.chosen) ?? null)
  readonly open: number = $derived(this.claims.filter((claim) => standing(claim) === 'open').length)

  /** The roles that are lit: of the draft while there is one, else of the chosen claim. */
  readonly roles: Partial<Record<Role, Span>> = $derived(this.draft ? this.draft.spans : this.claim ? roleSpans(this.claim) : {})

  readonly #claimLights = $derived(this.#bucket(claimLights(this.claims)))
  readonly #topLights = $derived(
    this.#bucket([
      ...(this.found?.here ?? []).map((span) => ({ span, mark: { kind: 'found' } as const })),
      ...roleLights(this.roles),
      ...(this.picked ? [{ span: this.picked, mark: { kind: 'pick' } as const }] : []),
    ]),
  )

  /** What is lit in a block, in two layers so that a new choice redraws only the blocks it touches. */
  lightsOf(index: number): { claims: readonly Lit<Mark>[]; top: readonly Lit<Mark>[] } {
    return { claims: this.#claimLights.get(index) ?? NONE, top: this.#topLights.get(index) ?? NONE }
  }

  #bucket(lights: readonly Lit<Mark>[]): Map<number, Lit<Mark>[]> {
    const map = new Map<number, Lit<Mark>[]>()
    if (!this.blocks.length) return map
    for (const light of lights) {
      const last = blockAt(this.blocks, Math.max(light.span[0], light.span[1] - 1))
      for (let index = blockAt(this.blocks, light.span[0]); index <= last; index += 1) {
        const there = map.get(index)
        if (there) there.push(light)
        else map.set(index, [light])
      }
    }
    return map
  }

  async load(number: number, claim: number | null, signal: AbortSignal): Promise<void> {
    this.error = null
    this.draft = this.found = this.picked = this.picking = null
    try {
      const [text, claims] = await Promise.all([
        api.get<DocumentText>(`documents/${number}`, {}, signal),
        allClaims(number, signal),
      ])
      const { text: letters, ...bare } = text
      this.offsets = new Offsets(letters)
      this.blocks = blocks(this.offsets, text.sentences)
      this.document = bare
      this.claims = claims
      this.choose(claim ?? this.ordered.find((one) => standing(one) === 'open')?.number ?? this.ordered[0]?.number ?? null)
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
  }

  choose(number: number | null): void {
    if (this.draft && !this.draft.claim && number !== null) return
    this.chosen = number
    if (number !== null && !this.ordered.some((claim) => claim.number === number)) this.eventsOnly = false // it is asked for, so it is shown
    this.draft = null
    this.picking = this.picked = null
    this.reveal += 1
  }

  /** Shows only events that are told as news, or everything. */
  onlyEvents(only: boolean): void {
    this.eventsOnly = only
    if (!this.ordered.some(({ number }) => number === this.chosen)) this.choose(this.ordered[0]?.number ?? null)
  }

  /** The next claim in the list's order, or the one before. */
  step(by: 1 | -1): void {
    const at = this.ordered.findIndex(({ number }) => number === this.chosen)
    const next = this.ordered[at < 0 ? 0 : Math.max(0, Math.min(this.ordered.length - 1, at + by))]
    if (next) this.choose(next.number)
  }

  /** The next claim nobody has decided on, behind the chosen one and then from the start; null where none is left. */
  nextOpen(): Claim | null {
    const at = this.ordered.findIndex(({ number }) => number === this.chosen)
    const round = [...this.ordered.slice(at + 1), ...this.ordered.slice(0, Math.max(0, at))]
    return round.find((claim) => standing(claim) === 'open') ?? null
  }

  async #write<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.busy) return null
    this.busy = true
    this.error = null
    try {
      return await work()
    } catch (error) {
      this.error = error
      return null
    } finally {
      this.busy = false
      for (const event of this.#heard.splice(0)) this.hear(event)
    }
  }

  /** A decision on the chosen claim; true where it was taken. */
  async decide(verdict: Verdict, changes?: Record<string, unknown>, note = ''): Promise<boolean> {
    const { claim } = this
    if (!claim) return false
    const body = { verdict, ...(note && { note }), ...(changes && { changes }) }
    const answer = await this.#write(() => api.post<{ decision: number; claim: Claim }>(`claims/${claim.number}/reviews`, body))
    if (!answer) return false
    this.#mine.push(answer.decision)
    this.#replace(answer.claim)
    this.news = { kind: 'mine', verdict, claim: claim.number, who: coder() }
    return true
  }

  async undo(): Promise<void> {
    const decision = this.#mine.at(-1)
    const answer = await this.#write(() => api.post<Undone>('undo', decision === undefined ? {} : { decision }))
    if (!answer) {
      if (decision === undefined && this.error instanceof ApiError && this.error.status === 404) {
        this.error = null
        this.news = { kind: 'nothing', verdict: '', claim: null, who: coder() }
      }
      return
    }
    this.#mine = this.#mine.filter((number) => number !== answer.undone)
    this.news = { kind: 'undone', verdict: answer.kind, claim: answer.claim, who: coder(), undoing: { number: answer.decision, of: answer.undone } }
    await this.refresh()
  }

  /** Brings back what the last news says was undone. */
  async bringBack(): Promise<void> {
    const { news } = this
    if (!news?.undoing) return
    const { number, of } = news.undoing
    const answer = await this.#write(() => api.post<Undone>('undo', { decision: number }))
    if (!answer) return
    this.#mine.push(of)
    this.news = { kind: 'back', verdict: answer.kind, claim: answer.claim, who: coder() }
    await this.refresh()
  }

  /** Nobody reads here any more: an answer that is still on its way changes nothing. */
  leave(): void {
    this.#turn += 1
  }

  /** Asks for the claims again: after an undo, or when others have decided. */
  async refresh(): Promise<void> {
    const number = this.document?.number
    if (number === undefined) return
    const turn = ++this.#turn
    try {
      for (;;) {
        const writes = this.#writes
        const claims = await allClaims(number)
        if (turn !== this.#turn || this.document?.number !== number) return // a newer question is on its way
        if (writes !== this.#writes) continue // a decision went in meanwhile: this answer may not know it
        this.claims = claims
        if (!claims.some((claim) => claim.number === this.chosen)) this.choose(this.ordered[0]?.number ?? null)
        return
      }
    } catch (error) {
      this.error = error
    }
  }

  #replace(claim: Claim): void {
    this.#writes += 1
    const known = this.claims.some(({ number }) => number === claim.number)
    this.claims = known ? this.claims.map((one) => (one.number === claim.number ? claim : one)) : [...this.claims, claim]
  }

  /** What the stream says: shown if it is about this article and not one's own doing. */
  hear(event: Decision): void {
    if (this.busy) {
      this.#heard.push(event)
      return
    }
    if (this.#mine.includes(event.number)) return
    const ours = event.document === this.document?.number || this.claims.some(({ number }) => number === event.claim)
    if (!ours) return
    if (event.who !== coder()) this.news = { kind: 'theirs', verdict: event.verdict ?? event.kind, claim: event.claim ?? null, who: event.who }
    void this.refresh()
  }

  edit(): void {
    const { claim } = this
    if (!claim) return
    this.found = null
    this.draft = { claim, relation: claim.relation, polarity: claim.polarity, modality: claim.modality, spans: roleSpans(claim), touched: new Set(), note: '' }
  }

  /** Begins a claim that the machine missed; words already selected become its source. */
  add(from: Span | null): void {
    this.found = null
    this.draft = { claim: null, relation: '', polarity: 'affirmed', modality: 'asserted', spans: from ? { source: from } : {}, touched: new Set(), note: '' }
    if (from) this.picked = null
    this.picking = from ? 'target' : 'source'
  }

  cancel(): void {
    this.draft = null
    this.picking = this.picked = null
  }

  /** The picked words become the end that was asked for. */
  take(role: Role, span: Span | null): void {
    if (!this.draft) return
    const spans = { ...this.draft.spans }
    if (span) spans[role] = span
    else delete spans[role]
    this.draft.spans = spans
    this.draft.touched = new Set([...this.draft.touched, role])
    this.picked = null
    this.picking = null
  }

  swap(): void {
    if (!this.draft) return
    const { source, target, ...rest } = this.draft.spans
    this.draft.spans = { ...rest, ...(target && { source: target }), ...(source && { target: source }) }
    this.draft.touched = new Set([...this.draft.touched, 'source', 'target'])
  }

  /** The draft as the server wants it: only what differs from the claim. */
  changes(): Record<string, unknown> {
    const { draft } = this
    if (!draft) return {}
    const { claim } = draft
    const made: Record<string, unknown> = {}
    for (const field of ['relation', 'polarity', 'modality'] as const) {
      if (!claim || claim[field] !== draft[field]) made[field] = draft[field]
    }
    for (const role of draft.touched) made[`${role}_span`] = draft.spans[role] ?? null
    return made
  }

  async save(): Promise<boolean> {
    const { draft, document } = this
    if (!draft || !document) return false
    if (draft.claim) {
      const changes = this.changes()
      const done = Object.keys(changes).length ? await this.decide('correct', changes, draft.note) : await this.decide('confirm', undefined, draft.note)
      if (done) this.cancel()
      return done
    }
    const { source = null, target = null, trigger, voice } = draft.spans
    const body = {
      source_span: source, target_span: target, relation: draft.relation, polarity: draft.polarity, modality: draft.modality,
      ...(trigger && { trigger_span: trigger }), ...(voice && { voice_span: voice }), ...(draft.note && { note: draft.note }),
    }
    const answer = await this.#write(() => api.post<{ decision?: number | null; claim: Claim }>(`documents/${document.number}/claims`, body))
    if (!answer) return false
    if (answer.decision != null) this.#mine.push(answer.decision)
    this.#replace(answer.claim)
    this.cancel()
    this.news = { kind: 'mine', verdict: 'add', claim: answer.claim.number, who: coder() }
    this.choose(answer.claim.number)
    return true
  }

  /** What is looked for elsewhere: the picked words, else whom the claim names, its source first, else its own words. */
  sought(): string {
    const { claim, picked } = this
    if (picked || !claim) return picked ? this.offsets.slice(picked) : ''
    const end = claim.source ?? claim.target
    const span = end ? end.span : claim.trigger_span
    return span ? this.offsets.slice(span) : (end?.name ?? '')
  }

  async find(words: string): Promise<void> {
    const { document } = this
    if (!document || !words.trim()) return
    const answer = await this.#write(() => api.get<Omit<Found, 'words'>>(`documents/${document.number}/occurrences`, { words }))
    if (answer) this.found = { words, ...answer }
  }
}

/** All claims of a document, page after page. */
async function allClaims(number: number, signal?: AbortSignal): Promise<Claim[]> {
  const claims: Claim[] = []
  for (;;) {
    const page = await api.get<Page<Claim>>(`documents/${number}/claims`, { limit: 500, offset: claims.length }, signal)
    claims.push(...page.items)
    if (!page.items.length || claims.length >= page.total) return claims
  }
}
