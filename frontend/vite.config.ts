import vue from '@vitejs/plugin-vue'
import { fileURLToPath, URL } from 'node:url'
import { defineConfig } from 'vitest/config'

const gateway = process.env.PERFWATCH_URL ?? 'http://127.0.0.1:8420'

const proxy = { '/api': { target: gateway, ws: true } }

export default defineConfig({
  plugins: [vue({ features: { optionsAPI: false } })],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    // Where Maven packs from: the jar's static/ is what the gateway serves at /.
    outDir: 'target/classes/static',
    emptyOutDir: true,
    // A data: URL would need an exception in the content security policy.
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 700,
    target: 'baseline-widely-available',
  },
  server: { proxy },
  preview: { proxy },
  // Who stubs a global puts it back, so files need no process each: 12 s instead of 58.
  test: { include: ['src/**/*.test.ts'], restoreMocks: true, reporters: ['dot'], pool: 'threads', isolate: false, testTimeout: 30_000 },
})
