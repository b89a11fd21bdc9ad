/** What of a claim is lit in the text, and as what. */

import type { Span } from '../offsets'
import type { Lit } from '../segments'
import type { Claim } from '../types'

export type Role = 'source' | 'trigger' | 'target' | 'voice'
export const ROLES: readonly Role[] = ['source', 'trigger', 'target', 'voice']

/** A mark in the text: a claim's whole evidence, one of the parts of the chosen claim, what was picked or found. */
export type Mark =
  | { readonly kind: 'claim'; readonly claim: number; readonly status: Standing }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'pick' }
  | { readonly kind: 'found' }

/** How a claim stands, as far as the eye needs it. */
export type Standing = 'open' | 'accepted' | 'refused' | 'unsure'

export function standing(claim: Claim): Standing {
  switch (claim.status) {
    case 'confirmed':
    case 'corrected':
      return 'accepted'
    case 'refused':
      return 'refused'
    case 'unsure':
    case 'disputed':
      return 'unsure'
    default:
      return 'open'
  }
}

/** The spans of a claim by role; a claim by the author has no voice in the text. */
export function roleSpans(claim: Claim): Partial<Record<Role, Span>> {
  const voice = claim.voice === 'author' ? null : claim.voice[0]?.span
  return {
    ...(claim.source?.span && { source: claim.source.span }),
    ...(claim.target?.span && { target: claim.target.span }),
    ...(isSpan(claim.trigger_span) && { trigger: claim.trigger_span }),
    ...(voice && { voice }),
  }
}

function isSpan(span: Span | null | undefined): span is Span {
  return !!span && span[0] < span[1]
}

/** Every claim's evidence; refused ones are left dark. */
export function claimLights(claims: readonly Claim[]): Lit<Mark>[] {
  return claims
    .map((claim) => ({ span: claim.span, mark: { kind: 'claim', claim: claim.number, status: standing(claim) } as const }))
    .filter(({ mark }) => mark.status !== 'refused')
}

export function roleLights(spans: Partial<Record<Role, Span>>): Lit<Mark>[] {
  return ROLES.flatMap((role) => {
    const span = spans[role]
    return span ? [{ span, mark: { kind: 'role', role } as const }] : []
  })
}
