import type { Process } from '@/api/rest'

/** A process, and how it differs from a while before. */
export interface ProcessRow extends Process {
  /** Absent if it was not among the top ones then, or not there at all. */
  cpuChange: number | undefined
  memoryChange: number | undefined
  /** Whether it is not in the list of before. */
  appeared: boolean
}

export type SortKey = 'cpu' | 'cpuChange' | 'memory' | 'memoryChange' | 'read' | 'write' | 'name'

/** A number alone is reused, so the start belongs to it. */
function identity({ pid, startTime }: Process): string {
  return `${pid} ${startTime ?? ''}`
}

export function processRows(now: readonly Process[], before: readonly Process[] | undefined): ProcessRow[] {
  const known = new Map(before?.map((process) => [identity(process), process]))
  return now.map((process) => {
    const then = known.get(identity(process))
    const appeared = before !== undefined && then === undefined
    return {
      ...process,
      // Who was not among the top ones used next to nothing.
      cpuChange: before && difference(process.cpuCores, then ? then.cpuCores : 0),
      memoryChange: then && difference(process.memoryBytes, then.memoryBytes),
      appeared,
    }
  })
}

const VALUE: Record<SortKey, (row: ProcessRow) => number | string> = {
  cpu: (row) => -(row.cpuCores ?? -1),
  cpuChange: (row) => -Math.abs(row.cpuChange ?? -1),
  memory: (row) => -(row.memoryBytes ?? -1),
  memoryChange: (row) => -Math.abs(row.memoryChange ?? -1),
  read: (row) => -(row.readBytesPerSecond ?? -1),
  write: (row) => -(row.writtenBytesPerSecond ?? -1),
  name: (row) => (row.name ?? '').toLowerCase(),
}

/** The largest first, names from A. */
export function sortRows(rows: readonly ProcessRow[], key: SortKey): ProcessRow[] {
  const value = VALUE[key]
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)]
    return x < y ? -1 : x > y ? 1 : a.pid - b.pid
  })
}

function difference(now: number | undefined, then: number | undefined): number | undefined {
  return now === undefined || then === undefined ? undefined : now - then
}
