// Fails when what a browser loads before the first chart of a host's page is more than it may be.
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const LIMIT = 300_000
const root = new URL('../target/classes/static/', import.meta.url)
const manifestFile = new URL('.vite/manifest.json', root)

/** @type {Record<string, { file: string, css?: string[], imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
// For this script alone; nobody else is served it.
rmSync(new URL('.vite', root), { recursive: true })

/** @type {Set<string>} */
const files = new Set(['index.html'])
/** @type {Set<string>} */
const seen = new Set()
/** @param {string} name a chunk, with everything that it cannot start without */
function load(name) {
  const chunk = manifest[name]
  if (!chunk || seen.has(name)) return
  seen.add(name)
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
  chunk.imports?.forEach(load)
}
load('index.html')
load('src/host/HostView.vue')

const size = [...files].map((name) => gzipSync(readFileSync(fileURLToPath(new URL(name, root)))).length).reduce((a, b) => a + b, 0)
if (size > LIMIT) {
  console.error(`${size} bytes after gzip come before the first chart, more than ${LIMIT}: look at what was added to the bundle`)
  process.exit(1)
}
console.log(`${size} bytes after gzip come before the first chart (limit ${LIMIT})`)
