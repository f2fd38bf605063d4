import { expect, it } from 'vitest'
import { systemFacts } from './systemFacts'

const plain = (text: string): string => text.replaceAll('\u202f', ' ')

it('reads whatever the system says: units from names, groups from objects, lists by what they are called', () => {
  const groups = systemFacts({ version: '0.1.0', database: { totalBytes: 1_048_576, tiers: [{ tier: 'raw', rows: 12_345 }] }, lag: { 'perfwatch.system.v1': 7, ageSeconds: 0.25 }, empty: {} })
  expect(groups.map(({ title, facts }) => [title, ...facts.map(({ name, value }) => `${name}: ${plain(value)}`)])).toEqual([
    ['General', 'Version: 0.1.0'],
    ['Database', 'Total: 1 MiB', 'Tiers · raw · rows: 12,345'],
    ['Lag', 'Perfwatch.system.v1: 7', 'Age: 250 ms'],
  ])
})
