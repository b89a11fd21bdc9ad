/** Line drawings on a field of 24 by 24. Those named in TURNS point forward, and turn with the direction of the page. */

export const ICONS = {
  library: 'M4 5h5v15H4zM11 5h4v15h-4zM17 6l3-.8 2.6 14-3 .8z',
  reader: 'M4 5c3-1 6-.6 8 1.4C14 4.4 17 4 20 5v14c-3-1-6-.6-8 1.4C10 18.4 7 18 4 19zM12 6.4V20',
  map: 'M6 7.5 17 6M7.3 9.2 11 17M18 8l-5.5 9M5 5.5a2 2 0 1 0 .1 0M19 3.8a2 2 0 1 0 .1 0M12 17a2 2 0 1 0 .1 0',
  tensions: 'M13 3 6 13h5l-1 8 8-11h-5.5z',
  actors: 'M9 11a3.5 3.5 0 1 0-.1 0M3 20c.4-4 2.6-6 6-6s5.6 2 6 6M16.5 11.5a2.8 2.8 0 1 0-1-5.4M17 14.2c2.4.4 3.7 2.2 4 5',
  timeline: 'M3 20h18M5 20v-6M9.5 20V8M14 20v-9M18.5 20V5',
  questions: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.3M12 3a9 9 0 1 0 .1 0',
  agreement: 'M9 6a6 6 0 1 0 .1 0M15 6a6 6 0 1 0 .1 0',
  journal: 'M12 3.5a8.5 8.5 0 1 0 .1 0M12 7.5V12l3.2 2',
  export: 'M12 3v11M8 10.5l4 4 4-4M4 16v4h16v-4',
  settings: 'M4 7h9M17 7h3M15 5a2 2 0 1 0 .1 0M4 17h3M11 17h9M9 15a2 2 0 1 0 .1 0',
  search: 'M10.5 4a6.5 6.5 0 1 0 .1 0M15.5 15.5 21 21',
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  check: 'M5 12.5l4.5 4.5L19 7',
  undo: 'M9 5 4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  help: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.3',
  play: 'M7 5l12 7-12 7z',
  stop: 'M6 6h12v12H6z',
} as const

export type IconName = keyof typeof ICONS

export const TURNS: ReadonlySet<IconName> = new Set<IconName>(['next', 'previous', 'undo', 'reader', 'library', 'play'])
