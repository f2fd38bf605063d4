import { describe, expect, it } from 'vitest'
import type { Host } from '@/api/rest'
import { FleetSession } from '@/live/fleet'
import { CPU, group, hostRow, labelNames, matches, sortRows, type HostRow } from './fleetRows'

function row(host: string, values: Partial<HostRow> = {}): HostRow {
  return { host, state: 'up', labels: {}, system: '', cpu: null, memory: null, pressure: null, instructionsPerCycle: null, conflict: false, ...values }
}

const names = (rows: readonly HostRow[]): string[] => rows.map(({ host }) => host)

describe('a host of the fleet', () => {
  const known = { host: 'a', state: 'up', headline: { [CPU]: 0.9 }, conflict: true, probes: [{ labels: { env: 'prod' } }, { operatingSystem: { name: 'Debian' } }] } as unknown as Host

  it('is what comes live, and before that what was known', () => {
    const fleet = new FleetSession(CPU, 10)
    expect(hostRow('a', fleet, known)).toMatchObject({ state: 'up', cpu: 0.9, labels: { env: 'prod' }, system: 'Debian', conflict: true })
    fleet.accept({ type: 'fleet', time: '1970-01-01T00:00:00Z', hosts: ['a'], columns: { state: ['late'], [CPU]: [0.2], 'memory.usedBytes': [1], 'memory.totalBytes': [4], 'pressure[io].someStalledSecondsPerSecond': [0.3], 'pressure[cpu].someStalledSecondsPerSecond': [0.1] } })
    expect(hostRow('a', fleet, known)).toMatchObject({ state: 'late', cpu: 0.2, memory: 0.25, pressure: 0.3 })
  })

  it('has no value of before once it is known not to have one', () => {
    const fleet = new FleetSession(CPU, 10)
    fleet.accept({ type: 'fleet', time: '1970-01-01T00:00:00Z', hosts: ['a'], columns: { state: ['gone'], [CPU]: [null] } })
    expect(hostRow('a', fleet, known).cpu).toBeNull()
  })
})

it('the hottest are those with anything near its end', () => {
  const rows = [row('idle', { cpu: 0.1 }), row('full', { memory: 0.97 }), row('stalls', { pressure: 0.6, cpu: 0.2 }), row('unknown'), row('busy', { cpu: 0.8 })]
  expect(names(sortRows(rows, 'hottest'))).toEqual(['full', 'busy', 'stalls', 'idle', 'unknown'])
})

it('names sort as people count, and decide where values are equal', () => {
  const rows = [row('web-10', { cpu: 0.5 }), row('web-2', { cpu: 0.5 }), row('db')]
  expect(names(sortRows(rows, 'host'))).toEqual(['db', 'web-2', 'web-10'])
  expect(names(sortRows(rows, 'cpu'))).toEqual(['web-2', 'web-10', 'db'])
})

it('the lowest IPC comes first, a host without counters last', () => {
  const rows = [row('none'), row('good', { instructionsPerCycle: 2 }), row('bad', { instructionsPerCycle: 0.3 })]
  expect(names(sortRows(rows, 'ipc'))).toEqual(['bad', 'good', 'none'])
})

it('a search finds names, systems and labels, all words of it', () => {
  const found = row('web-1', { system: 'Debian 12', labels: { env: 'prod' } })
  expect(['WEB', 'debian web', 'env=prod', ''].map((text) => matches(found, text))).toEqual([true, true, true, true])
  expect(['db', 'web env=test'].map((text) => matches(found, text))).toEqual([false, false])
})

it('groups have the order of their names, and who has no such label comes last', () => {
  const rows = [row('c'), row('a', { labels: { env: 'test' } }), row('b', { labels: { env: 'prod' } })]
  expect(labelNames(rows)).toEqual(['env'])
  expect(group(rows, 'env').map((entry) => (entry.kind === 'group' ? `# ${entry.name} ${entry.count}` : entry.name))).toEqual(['# prod 1', 'b', '# test 1', 'a', '# without env 1', 'c'])
})
