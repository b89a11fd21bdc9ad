/**
 * The rooms of the page, in the order of the navigation. A new room is a row here, a component in pages/ and a
 * message file of its name in messages/ar/ and messages/en/ (with the keys `nav` and `title` at least).
 */

import type { Component } from 'svelte'
import type { IconName } from './ui/icons'

export interface Room {
  name: string
  icon: IconName
  /** Whether the navigation shows it; the reader is reached through the library. */
  nav: boolean
  load: () => Promise<{ default: Component<{ id: string; query: Record<string, string> }> }>
}

export const rooms: readonly Room[] = [
  { name: 'library', icon: 'library', nav: true, load: () => import('./pages/Library.svelte') },
  { name: 'reader', icon: 'reader', nav: true, load: () => import('./pages/Reader.svelte') },
  { name: 'map', icon: 'map', nav: true, load: () => import('./pages/Map.svelte') },
  { name: 'tensions', icon: 'tensions', nav: true, load: () => import('./pages/Tensions.svelte') },
  { name: 'actors', icon: 'actors', nav: true, load: () => import('./pages/Actors.svelte') },
  { name: 'timeline', icon: 'timeline', nav: true, load: () => import('./pages/Timeline.svelte') },
  { name: 'questions', icon: 'questions', nav: true, load: () => import('./pages/Questions.svelte') },
  { name: 'agreement', icon: 'agreement', nav: true, load: () => import('./pages/Agreement.svelte') },
  { name: 'export', icon: 'export', nav: true, load: () => import('./pages/Export.svelte') },
  { name: 'settings', icon: 'settings', nav: true, load: () => import('./pages/Settings.svelte') },
]
