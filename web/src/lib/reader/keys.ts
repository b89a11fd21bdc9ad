/**
 * The keys of the reader, by their place on the keyboard (`event.code`), so that they work whatever letters it writes.
 * They can be switched off in the settings.
 */

export type Action =
  | 'next' | 'previous' | 'doubtful' | 'confirm' | 'refuse' | 'unsure' | 'edit' | 'undo' | 'why' | 'find' | 'add' | 'list' | 'help'

export interface Key {
  readonly action: Action
  readonly code: string
  readonly shift?: boolean
  /** What is printed on a Latin keyboard. */
  readonly cap: string
}

export const KEYS: readonly Key[] = [
  { action: 'next', code: 'KeyJ', cap: 'J' },
  { action: 'previous', code: 'KeyK', cap: 'K' },
  { action: 'doubtful', code: 'KeyN', cap: 'N' },
  { action: 'confirm', code: 'KeyC', cap: 'C' },
  { action: 'confirm', code: 'Enter', cap: 'Enter' },
  { action: 'refuse', code: 'KeyX', cap: 'X' },
  { action: 'unsure', code: 'KeyU', cap: 'U' },
  { action: 'edit', code: 'KeyE', cap: 'E' },
  { action: 'undo', code: 'KeyZ', cap: 'Z' },
  { action: 'why', code: 'KeyW', cap: 'W' },
  { action: 'find', code: 'KeyF', cap: 'F' },
  { action: 'add', code: 'KeyA', cap: 'A' },
  { action: 'list', code: 'KeyL', cap: 'L' },
  { action: 'help', code: 'Slash', shift: true, cap: '?' },
]

interface Press {
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** What a key press asks for; nothing where a modifier makes it the browser's own. */
export function actionOf(press: Press): Action | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  return KEYS.find(({ code, shift = false }) => code === press.code && shift === press.shiftKey)?.action ?? null
}

/** Whether the focus stands where letters are typed or a key has a meaning of its own. */
export function isTyping(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('input, textarea, select, [contenteditable], dialog, [role="application"]')) return true
  return code === 'Enter' && target.closest('button, a, summary') !== null
}
