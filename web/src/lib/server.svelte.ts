/**
 * Whether somebody listens at the other end. `gone`: nobody answers; `stranger`: a server answers that this page has no
 * key of, for it was started anew. Every request tells by how it was answered.
 */
export const server: { state: 'there' | 'gone' | 'stranger' } = $state({ state: 'there' })

/** A request was answered with this status; 0: not at all. */
export function heard(status: number): void {
  server.state = status === 0 ? 'gone' : status === 401 ? 'stranger' : 'there'
}
