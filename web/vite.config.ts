import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { licences } from './vite.licences.ts'
import { messages } from './vite.messages.ts'
import { slimCytoscape } from './vite.slim.ts'

// The server forbids inline scripts, inline styles and data: addresses, so nothing is inlined here.
export default defineConfig({
  plugins: [svelte(), messages(), slimCytoscape(), licences()],
  base: '/',
  build: {
    outDir: process.env['AHLAF_PAGE_OUT'] ?? 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
    license: false,
  },
  server: {
    // `npm run dev` beside `ahlaf serve`: AHLAF_API says where the server listens.
    proxy: process.env['AHLAF_API'] ? { '/api': process.env['AHLAF_API'] } : {},
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
})
