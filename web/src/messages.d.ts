declare module 'virtual:messages' {
  /** Room and key → the message in Arabic and in English. */
  const messages: Readonly<Record<string, readonly [import('./lib/plural').Message, import('./lib/plural').Message]>>
  export default messages
}
