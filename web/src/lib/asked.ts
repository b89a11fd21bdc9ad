import { api, type Query } from './api'

/** Where an answer goes, and where trouble goes; `done` hears when either has come. */
interface Hearer<T> {
  found: (answer: T) => void
  trouble: (error: unknown) => void
  done?: () => void
}

/**
 * Ask the server inside an effect: what comes back stops the question, so that answers never overtake each other and
 * nobody is told of a question that was taken back.
 */
export function ask<T>(path: string, query: Query, { found, trouble, done }: Hearer<T>): () => void {
  const stop = new AbortController()
  api.get<T>(path, query, stop.signal).then(
    (answer) => {
      if (stop.signal.aborted) return
      found(answer)
      trouble(null)
      done?.()
    },
    (error: unknown) => {
      if (stop.signal.aborted) return
      trouble(error)
      done?.()
    },
  )
  return () => stop.abort()
}
