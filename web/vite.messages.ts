/**
 * The words of the page as one module, `virtual:messages`: each key once, with its Arabic and its English. As two catalogues
 * the keys were said twice, too far apart for a compressed script to notice: a hundredth of the page.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const NAME = 'virtual:messages'
const HOME = new URL('./src/messages/', import.meta.url)

const read = (file: URL): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>

export function messages(): Plugin {
  return {
    name: 'ahlaf-messages',
    resolveId: (source) => (source === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null
      const both: Record<string, unknown[]> = {}
      for (const file of readdirSync(new URL('ar/', HOME)).sort()) {
        const [arabic, english] = ['ar', 'en'].map((locale) => {
          const at = new URL(`${locale}/${file}`, HOME)
          this.addWatchFile(fileURLToPath(at))
          return read(at)
        }) as [Record<string, unknown>, Record<string, unknown>]
        const room = file.replace('.json', '')
        for (const key of Object.keys({ ...arabic, ...english })) both[`${room}.${key}`] = [arabic[key], english[key]]
      }
      return `export default ${JSON.stringify(both)}`
    },
  }
}
