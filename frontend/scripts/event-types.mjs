// Writes src/api/events.gen.ts from the events' JSON Schemas; with --check, says whether it is up to date.
import { compile } from 'json-schema-to-typescript'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const schemas = new URL('../../libs/metric-model/src/main/resources/schema/', import.meta.url)
const target = new URL('../src/api/events.gen.ts', import.meta.url)

const generated = await generate()
if (!process.argv.includes('--check')) {
  await writeFile(target, generated)
} else if ((await readFile(target, 'utf8').catch(() => '')) !== generated) {
  console.error(`${fileURLToPath(target)} does not match the schemas: run "npm run types" in frontend/ and commit it`)
  process.exit(1)
}

async function generate() {
  const files = (await readdir(schemas)).filter((name) => name.endsWith('.json')).sort()
  const parts = await Promise.all(files.map(types))
  const topics = parts.map(({ topic, title }) => `  '${topic}': ${title}\n`)
  return [
    '// Written by "npm run types" from libs/metric-model/src/main/resources/schema. Do not edit.\n',
    `/** What a record of each topic is. */\nexport interface Events {\n${topics.join('')}}\n`,
    ...parts.map(({ text }) => text),
  ].join('\n')
}

/** @param {string} file name of a schema, which is the topic's */
async function types(file) {
  const schema = JSON.parse(await readFile(new URL(file, schemas), 'utf8'))
  // Every object may grow within v1; the dashboard reads only what it knows.
  const text = await compile(schema, schema.title, {
    additionalProperties: false,
    bannerComment: '',
    format: true,
    style: { semi: false, singleQuote: true, printWidth: 110 },
  })
  return { topic: file.replace(/\.json$/, ''), title: schema.title, text }
}
