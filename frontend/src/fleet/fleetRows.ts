import type { Host, HostState } from '@/api/rest'
import { groupBy } from '@/core/groupBy'
import type { FleetSession } from '@/live/fleet'
import { compareNames } from '@/stores/hosts'

/** A host as the fleet shows it. */
export interface HostRow {
  host: string
  state: HostState
  labels: Readonly<Record<string, string>>
  system: string
  cpu: number | null
  memory: number | null
  /** The worst of CPU, memory and I/O. */
  pressure: number | null
  instructionsPerCycle: number | null
  conflict: boolean
}

export const CPU = 'cpu.utilization'
const PRESSURES = ['cpu', 'memory', 'io'].map((resource) => `pressure[${resource}].someStalledSecondsPerSecond`)

/** What is live of a host, and what is known of it anyway. */
export function hostRow(host: string, fleet: FleetSession, known: Host | undefined): HostRow {
  const at = (path: string): number | null => fleet.value(host, path) ?? (fleet.state(host) === undefined ? known?.headline[path] : undefined) ?? null
  const [used, total] = [at('memory.usedBytes'), at('memory.totalBytes')]
  const pressures = PRESSURES.map(at).filter((value) => value !== null)
  return {
    host,
    state: fleet.state(host) ?? known?.state ?? 'gone',
    labels: labelsOf(known),
    system: known?.probes.find(({ operatingSystem }) => operatingSystem)?.operatingSystem?.name ?? '',
    cpu: at(CPU),
    memory: used === null || !total ? null : used / total,
    pressure: pressures.length === 0 ? null : Math.max(...pressures),
    instructionsPerCycle: at('counters.instructionsPerCycle'),
    conflict: known?.conflict ?? false,
  }
}

function labelsOf(known: Host | undefined): Record<string, string> {
  return Object.assign({}, ...(known?.probes ?? []).map(({ labels }) => labels)) as Record<string, string>
}

export type SortKey = 'hottest' | 'host' | 'state' | 'cpu' | 'memory' | 'pressure' | 'ipc'

export const SORTS: readonly { key: SortKey; title: string }[] = [
  { key: 'hottest', title: 'Hottest first' },
  { key: 'host', title: 'Name' },
  { key: 'state', title: 'State' },
  { key: 'cpu', title: 'CPU' },
  { key: 'memory', title: 'Memory' },
  { key: 'pressure', title: 'Pressure' },
  { key: 'ipc', title: 'IPC, lowest first' },
]

const STATE_ORDER: readonly HostState[] = ['gone', 'late', 'up']

/** Smaller comes first; a host without the value comes last. */
const RANK: Record<Exclude<SortKey, 'host'>, (row: HostRow) => number> = {
  hottest: (row) => -Math.max(row.cpu ?? -1, row.memory ?? -1, row.pressure ?? -1),
  state: (row) => STATE_ORDER.indexOf(row.state),
  cpu: ({ cpu }) => -(cpu ?? -1),
  memory: ({ memory }) => -(memory ?? -1),
  pressure: ({ pressure }) => -(pressure ?? -1),
  ipc: (row) => row.instructionsPerCycle ?? Number.POSITIVE_INFINITY,
}

export function sortRows(rows: readonly HostRow[], key: SortKey): HostRow[] {
  const byName = (a: HostRow, b: HostRow): number => compareNames(a.host, b.host)
  if (key === 'host') return [...rows].sort(byName)
  const rank = RANK[key]
  return [...rows].sort((a, b) => rank(a) - rank(b) || byName(a, b))
}

/** Every word of the text must be in the name, the system or a label (`env=prod`). */
export function matches(row: Pick<HostRow, 'host' | 'system' | 'labels'>, text: string): boolean {
  const searched = [row.host, row.system, ...Object.entries(row.labels).map(([name, value]) => `${name}=${value}`)].join(' ').toLowerCase()
  return text.toLowerCase().split(/\s+/).every((word) => searched.includes(word))
}

export type Entry = { kind: 'group'; name: string; count: number } | { kind: 'host'; name: string }

/** The rows of the table: hosts, under the value of a label if they are grouped by one; hosts without it come last. */
export function group(rows: readonly HostRow[], label: string | undefined): Entry[] {
  if (label === undefined) return rows.map(({ host }) => ({ kind: 'host', name: host }))
  const groups = groupBy(rows, ({ labels }) => labels[label] ?? '')
  const names = [...groups.keys()].sort((a, b) => Number(a === '') - Number(b === '') || compareNames(a, b))
  return names.flatMap((name): Entry[] => {
    const members = groups.get(name) ?? []
    return [{ kind: 'group', name: name === '' ? `without ${label}` : name, count: members.length }, ...members.map(({ host }): Entry => ({ kind: 'host', name: host }))]
  })
}

/** Every label that a host has, to group by. */
export function labelNames(rows: readonly HostRow[]): string[] {
  return [...new Set(rows.flatMap(({ labels }) => Object.keys(labels)))].sort(compareNames)
}
