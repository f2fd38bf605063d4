// Writes src/api/*.gen.ts from what the other side is held to: the events' JSON Schemas, the gateway's OpenAPI and AsyncAPI documents;
// with --check, says whether they are up to date.
import { compile } from 'json-schema-to-typescript'
import openapi, { astToString } from 'openapi-typescript'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
const SCHEMAS = 'libs/metric-model/src/main/resources/schema'
const OPENAPI = 'docs/openapi.json'
const ASYNCAPI = 'services/gateway/src/main/resources/asyncapi.json'

const check = process.argv.includes('--check')
for (const [name, source, text] of [
  ['events.gen.ts', SCHEMAS, await events()],
  ['gateway.gen.ts', OPENAPI, await gateway()],
  ['live.gen.ts', ASYNCAPI, await live()],
]) {
  const target = new URL(`../src/api/${name}`, import.meta.url)
  const generated = `// Written by "npm run types" from ${source}. Do not edit.\n\n${text}`
  if (!check) {
    await writeFile(target, generated)
  } else if ((await readFile(target, 'utf8').catch(() => '')) !== generated) {
    console.error(`${fileURLToPath(target)} does not match ${source}: run "npm run types" in frontend/ and commit it`)
    process.exitCode = 1
  }
}

/** @param {string} path from the repository's root */
async function json(path) {
  return JSON.parse(await readFile(new URL(path, root), 'utf8'))
}

async function events() {
  const files = (await readdir(new URL(SCHEMAS, root))).filter((name) => name.endsWith('.json')).sort()
  const parts = await Promise.all(files.map(event))
  const topics = parts.map(({ topic, title }) => `  '${topic}': ${title}\n`)
  return [`/** What a record of each topic is. */\nexport interface Events {\n${topics.join('')}}\n`, ...parts.map(({ text }) => text)].join('\n')
}

/** @param {string} file name of a schema, which is the topic's */
async function event(file) {
  const schema = await json(`${SCHEMAS}/${file}`)
  // Every object may grow within v1; the dashboard reads only what it knows.
  const text = await compile(schema, schema.title, {
    additionalProperties: false,
    bannerComment: '',
    format: true,
    style: { semi: false, singleQuote: true, printWidth: 110 },
  })
  return { topic: file.replace(/\.json$/, ''), title: schema.title, text }
}

/** What each path asks for and answers. */
async function gateway() {
  return astToString(await openapi(await json(OPENAPI)))
}

/** What is said over the socket: schemas of the same kind, in another document. */
async function live() {
  const { info, components } = await json(ASYNCAPI)
  return astToString(await openapi({ openapi: '3.1.0', info, paths: {}, components: { schemas: components.schemas } }, { immutable: true }))
}
