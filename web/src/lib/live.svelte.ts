/** What happens elsewhere, told by the server as it happens: coding, new documents, decisions of others. */

import type { Coding, Decision } from './types'

type Kinds = { coding: Coding; document: { number: number; state?: string }; decision: Decision; picture: unknown }
type Listener<K extends keyof Kinds> = (event: Kinds[K]) => void

const listeners: { [K in keyof Kinds]: Set<Listener<K>> } = { coding: new Set(), document: new Set(), decision: new Set(), picture: new Set() }

export const live: { connected: boolean; coding: Coding; latest: Decision | null } = $state({
  connected: false,
  coding: { running: false, done: 0, total: 0, claims: 0 },
  latest: null,
})

/** Calls `listener` at every event of this kind; what comes back stops it. Made for `$effect(() => on(…))`. */
export function on<K extends keyof Kinds>(kind: K, listener: Listener<K>): () => void {
  listeners[kind].add(listener)
  return () => listeners[kind].delete(listener)
}

function tell<K extends keyof Kinds>(kind: K, event: Kinds[K]): void {
  for (const listener of listeners[kind]) listener(event)
}

/** Something may have happened that nobody told. */
export function missed(): void {
  tell('document', { number: 0 })
}

/** After so many milliseconds it is looked again whether the server answers. */
export const AGAIN = 2000

/**
 * Opens the stream; after a break it is opened again. `known` is the state of the project that the page has been told:
 * where the server begins with another one, something was missed, and is asked for once. `broken` is told of each break.
 */
export function listen(known: string, broken: () => void): () => void {
  let source: EventSource
  let later: ReturnType<typeof setTimeout> | undefined
  const open = (): void => {
    source = opened(known, () => {
      broken()
      // After an answer that is no stream the browser gives up; after a break of the line it tries by itself.
      if (source.readyState === EventSource.CLOSED) later = setTimeout(open, AGAIN)
    })
  }
  open()
  return () => {
    clearTimeout(later)
    source.close()
  }
}

function opened(known: string, broken: () => void): EventSource {
  const source = new EventSource('/api/events')
  source.addEventListener('open', () => {
    live.connected = true
  })
  source.addEventListener('hello', (event) => {
    const { state } = JSON.parse(event.data) as { state: string }
    if (known && state !== known) missed()
    known = state
  })
  source.addEventListener('error', () => {
    live.connected = false
    broken()
  })
  source.addEventListener('coding', (event) => {
    live.coding = JSON.parse(event.data) as Coding
    tell('coding', live.coding)
  })
  source.addEventListener('document', (event) => tell('document', JSON.parse(event.data) as Kinds['document']))
  source.addEventListener('decision', (event) => {
    live.latest = JSON.parse(event.data) as Decision
    tell('decision', live.latest)
  })
  source.addEventListener('picture', () => tell('picture', null))
  return source
}
