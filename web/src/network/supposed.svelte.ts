/** What is supposed in this window: kept while rooms change, gone when the page is closed; the data never hears of it. */

import { doubted, nothing, tied, without, type Supposed, type Tie } from '../lib/suppose'

/** A tie as it is shown, with the ids of its ends where they are known. */
export interface Shown extends Tie {
  ids?: [string, string]
}

export const supposed: { now: Supposed; names: Record<string, string> } = $state({ now: nothing(), names: {} })

/** Adds a tie, or takes one away; ends go by id, and are shown by name. */
export function suppose(how: 'add' | 'remove', tie: Shown): void {
  const [source, target] = tie.ids ?? [tie.source, tie.target]
  supposed.names[source] = tie.source
  supposed.names[target] = tie.target
  supposed.now = tied(supposed.now, how, { source, relation: tie.relation, target })
}

export function doubt(claim: number): void {
  supposed.now = doubted(supposed.now, claim)
}

export function drop(how: 'add' | 'remove' | 'doubt', at: number): void {
  supposed.now = without(supposed.now, how, at)
}

export function clear(): void {
  supposed.now = nothing()
}
