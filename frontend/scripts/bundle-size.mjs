// Fails when what a browser loads before the first chart is more than it may be.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const LIMIT = 300_000
const root = fileURLToPath(new URL('../target/classes/static/', import.meta.url))

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|css|js)$/.test(name))
const size = files.map((name) => gzipSync(readFileSync(join(root, name))).length).reduce((a, b) => a + b, 0)
if (size > LIMIT) {
  console.error(`the dashboard is ${size} bytes after gzip, more than ${LIMIT}: look at what was added to the bundle`)
  process.exit(1)
}
console.log(`the dashboard is ${size} bytes after gzip (limit ${LIMIT})`)
