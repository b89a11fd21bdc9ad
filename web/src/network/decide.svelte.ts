/** Decisions made in these pages: each is told with its number, and can be taken back where it was made. */

import { api } from '../lib/api'
import { on } from '../lib/live.svelte'
import { route } from '../lib/router.svelte'

export const decided: { last: { number: number; text: string; page: string } | null; undone: boolean; count: number } = $state({
  last: null,
  undone: false,
  /** Grows with every decision, here or elsewhere: what shows the network asks again. */
  count: 0,
})

/** Makes a decision and remembers how it is told; a refusal of the server's is thrown. */
export async function decide(path: string, body: unknown, text: string): Promise<number> {
  const { decision } = await api.post<{ decision: number }>(path, body)
  decided.last = { number: decision, text, page: route.page }
  decided.undone = false
  decided.count += 1
  return decision
}

export async function undo(number: number): Promise<void> {
  await api.post('undo', { decision: number })
  if (decided.last?.number === number) decided.undone = true
  decided.count += 1
}

/** Counts what others decide, and what coding brings, a second after the last of it. Made for `$effect(follow)`. */
export function follow(): () => void {
  let due: ReturnType<typeof setTimeout> | undefined
  const later = (): void => {
    clearTimeout(due)
    due = setTimeout(() => (decided.count += 1), 1000)
  }
  const stops = [
    on('decision', (event) => {
      if (event.number !== decided.last?.number) later()
    }),
    on('document', later),
    // The network has been gathered anew: what was shown until now was the one before.
    on('picture', () => (decided.count += 1)),
  ]
  return () => {
    clearTimeout(due)
    for (const stop of stops) stop()
  }
}
