import { expect, it } from 'vitest'
import type { System } from '@/api/rest'
import { exactTime } from '@/core/clock'
import { systemFacts } from './systemFacts'

const NOON = '2026-03-01T12:00:00Z'
const system: System = {
  version: '0.1.0',
  clients: { connected: 2, delivered: 12_345, queued: 0, dropped: 3, recentBytes: 1_048_576 },
  probes: [],
  topics: [
    { topic: 'perfwatch.system.v1', records: 7415, unstoredRecords: 966, storedUntil: NOON },
    { topic: 'perfwatch.hosts.v1', records: 53, unstoredRecords: 0, storedUntil: NOON },
    { topic: 'perfwatch.settings.v1', records: 0, unstoredRecords: 0 },
  ],
  database: { version: '18.6', sizeBytes: 2_097_152, tiers: [{ tier: 'raw', sizeBytes: 1_048_576, partitions: 1, oldest: NOON }, { tier: 'hour', sizeBytes: 0, partitions: 0 }] },
}

function said(of: System): string[] {
  return systemFacts(of).flatMap(({ title, facts }) => facts.map(({ name, value }) => `${title} · ${name}: ${value.replaceAll('\u202f', ' ')}`))
}

it('says how large the system is, and how far behind', () => {
  const noon = exactTime(Date.parse(NOON))
  expect(said(system)).toEqual(expect.arrayContaining([
    'Gateway · Events sent to them: 12,345',
    'Gateway · Remembered events: 1 MiB',
    `Kafka, and what of it is in the history · perfwatch.system.v1: 7,415, 966 not stored yet: up to ${noon}`,
    'Kafka, and what of it is in the history · perfwatch.hosts.v1: 53, all stored',
    'Kafka, and what of it is in the history · perfwatch.settings.v1: 0, all stored',
    `PostgreSQL · Every sample: 1 MiB in 1 table, since ${noon}`,
    'PostgreSQL · Hours: 0 B in 0 tables',
  ]))
})

it('says so when the database does not answer', () => {
  const silent: System = { ...system }
  delete silent.database
  expect(said(silent)).toContain('PostgreSQL · Does not answer: –')
})
