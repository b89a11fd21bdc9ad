/**
 * The rooms of the page, in the order of the navigation. A new room is a row here, a component in pages/ and a
 * message file of its name in messages/ar/ and messages/en/ (with the keys `nav` and `title` at least).
 */

import type { Component } from 'svelte'
import Library from './pages/Library.svelte'
import type { IconName } from './ui/icons'

interface Content {
  default: Component<{ id: string; query: Record<string, string> }>
}

export interface Room {
  name: string
  icon: IconName
  /** Whether the navigation shows it; the reader is reached through the library. */
  nav: boolean
  load: () => Content | Promise<Content>
}

// The library is where one arrives: it comes with the page, so that it asks for its documents at once. The others are
// asked for when they are entered.

export const rooms: readonly Room[] = [
  { name: 'library', icon: 'library', nav: true, load: () => ({ default: Library }) },
  { name: 'reader', icon: 'reader', nav: true, load: () => import('./pages/Reader.svelte') },
  { name: 'map', icon: 'map', nav: true, load: () => import('./pages/Map.svelte') },
  { name: 'tensions', icon: 'tensions', nav: true, load: () => import('./pages/Tensions.svelte') },
  { name: 'actors', icon: 'actors', nav: true, load: () => import('./pages/Actors.svelte') },
  { name: 'timeline', icon: 'timeline', nav: true, load: () => import('./pages/Timeline.svelte') },
  { name: 'questions', icon: 'questions', nav: true, load: () => import('./pages/Questions.svelte') },
  { name: 'agreement', icon: 'agreement', nav: true, load: () => import('./pages/Agreement.svelte') },
  { name: 'journal', icon: 'journal', nav: true, load: () => import('./pages/Journal.svelte') },
  { name: 'export', icon: 'export', nav: true, load: () => import('./pages/Export.svelte') },
  { name: 'settings', icon: 'settings', nav: true, load: () => import('./pages/Settings.svelte') },
]
