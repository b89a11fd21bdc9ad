/** The way to the server: one function a verb, one kind of error. */

import { prefs } from './prefs.svelte'
import { heard } from './server.svelte'

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What the server (or the network) says went wrong, and what to do about it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly what: string,
    readonly remedy: string,
  ) {
    super(what)
  }
}

/** `/api/…` with its query; empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return `/api/${path}${text ? `?${text}` : ''}`
}

async function call<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  // A header carries Latin letters only: the name travels percent-encoded.
  if (prefs.coder) headers['X-Ahlaf-Coder'] = encodeURIComponent(prefs.coder)
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (signal) init.signal = signal
  if (body instanceof FormData) init.body = body
  else if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
    init.body = JSON.stringify(body)
  }
  let answer: Response
  try {
    answer = await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    heard(0)
    throw new ApiError(0, 'shell.offline', 'shell.offline_do')
  }
  heard(answer.status)
  if (answer.ok) return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
  const told = (await answer.json().catch(() => ({}))) as { error?: { what?: string; do?: string; what_ar?: string; do_ar?: string } }
  const own = prefs.locale === 'ar' && told.error?.what_ar ? { what: told.error.what_ar, do: told.error.do_ar } : told.error
  throw new ApiError(answer.status, own?.what ?? `${answer.status} ${answer.statusText}`, own?.do ?? '')
}

export const api = {
  get: <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> => call<T>('GET', address(path, query), undefined, signal),
  post: <T>(path: string, body: unknown = {}): Promise<T> => call<T>('POST', address(path), body),
  put: <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', address(path), body),
}

export interface Page<T> {
  total: number
  items: T[]
}
