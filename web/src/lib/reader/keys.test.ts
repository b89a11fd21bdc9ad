import { describe, expect, it } from 'vitest'
import { actionOf, KEYS } from './keys'

const press = (code: string, more: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => actionOf({ code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more })

describe('keys', () => {
  it('go by their place, whatever letter they write', () => {
    expect(press('KeyC')).toBe('confirm') // writes ؤ on an Arabic keyboard
    expect(press('Slash', { shiftKey: true })).toBe('help') // writes ؟
  })

  it('leave the browser its own', () => {
    expect(press('KeyC', { ctrlKey: true })).toBeNull()
    expect(press('KeyF', { metaKey: true })).toBeNull()
    expect(press('KeyC', { shiftKey: true })).toBeNull()
    expect(press('Slash')).toBeNull()
  })

  it('are each used once', () => {
    const places = KEYS.map(({ code, shift }) => `${shift ? 'shift ' : ''}${code}`)
    expect(new Set(places).size).toBe(places.length)
  })
})
