/** The licences of what the page is made of (its fonts and libraries), packed beside it as they ask. */

import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import manifest from './package.json' with { type: 'json' }

const MODULES = new URL('./node_modules/', import.meta.url)

/** The package that a module belongs to. */
function packageOf(module: string): string | undefined {
  return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module)?.[1]?.replace('\\', '/')
}

export function licences(): Plugin {
  return {
    name: 'ahlaf-licences',
    apply: 'build',
    generateBundle(_, bundle) {
      // Fonts are no modules: style sheets name their files.
      const packed = new Set(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@fontsource')))
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') for (const name of chunk.moduleIds.map(packageOf)) if (name) packed.add(name)
      }
      const parts = [...packed].sort().map((name) => {
        const folder = new URL(`${name}/`, MODULES)
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
        if (!file) return this.error(`${name} carries no licence file, and would be packed without one`)
        const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string }
        return `${name} ${version}\n\n${readFileSync(new URL(file, folder), 'utf8').trim()}\n`
      })
      this.emitFile({ type: 'asset', fileName: 'third-party.txt', source: parts.join(`\n${'─'.repeat(72)}\n\n`) })
    },
  }
}
