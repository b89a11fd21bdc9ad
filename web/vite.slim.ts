/**
 * Cytoscape.js taken from its sources, without what this page never calls: graph algorithms (the server measures),
 * layouts but for `preset` and pictures as files (the page has its own), the WebGL renderer. It halves the largest script of the page.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const home = join(dirname(createRequire(import.meta.url).resolve('cytoscape')), '..', 'src')

/** Files of Cytoscape's, what stands in their place, and words that the file must hold for that to be right. */
const INSTEAD: readonly { file: string; code: string; holds: string }[] = [
  { file: 'collection/algorithms/index.mjs', code: 'export default {}', holds: 'export default elesfn' },
  {
    file: 'extensions/layout/index.mjs',
    code: "import preset from './preset.mjs'\nexport default [{ name: 'preset', impl: preset }]",
    holds: "{ name: 'preset', impl: presetLayout }",
  },
  { file: 'extensions/renderer/canvas/export-image.mjs', code: 'export default {}', holds: 'CRp.png = ' },
  { file: 'extensions/renderer/canvas/webgl/drawing-redraw-webgl.mjs', code: 'export default {}', holds: 'export default CRp' },
]

export function slimCytoscape(): Plugin {
  return {
    name: 'slim-cytoscape',
    enforce: 'pre',
    buildStart() {
      for (const { file, holds } of INSTEAD) {
        if (!readFileSync(join(home, file), 'utf8').includes(holds)) this.error(`Cytoscape's ${file} is not what vite.slim.ts knows: look at it anew`)
      }
    },
    resolveId: (source) => (source === 'cytoscape' ? join(home, 'index.mjs') : null),
    load: (id) => INSTEAD.find(({ file }) => id === join(home, file))?.code ?? null,
  }
}
