import { watchDebounced } from '@vueuse/core'
import { getSeries } from '@/api/history'
import type { Column } from '@/core/frame'
import type { FleetSession } from '@/live/fleet'

/** Rows that pass by quickly are not asked for. */
const REST = 300
const SECOND = 1000

/** Hosts sample at moments of their own: only in spans do their values stand beside each other. Two seconds hold a sample that was late, too. */
const SPAN = 2 * SECOND

/** A value a second, of the span that the second ends in. */
function eachSecond(time: readonly number[], column: Column, from: number, seconds: number): (number | null)[] {
  return Array.from({ length: seconds }, (_, second) => {
    const end = from + (second + 1) * SECOND
    return column[time.findLastIndex((start) => start < end)] ?? null
  })
}

/** Asks once, of each host that comes into sight, what `metric` was in the time before the first frame: no line begins empty. */
export function useRecall(fleet: () => FleetSession, metric: string, inSight: () => readonly string[]): void {
  const asked = new Set<string>()

  async function recall(hosts: readonly string[], to: number): Promise<void> {
    for (const host of hosts) asked.add(host)
    const { capacity } = fleet()
    const from = to - capacity * SECOND
    const points = Math.ceil((to - from) / SPAN)
    const { time, series, columns } = await getSeries({ hosts, metrics: [metric], from, to, points })
    series.forEach(({ host }, index) => { fleet().recall(host, eachSecond(time, columns[index] ?? [], from, capacity)) })
  }

  watchDebounced(
    () => {
      const missing = inSight().filter((host) => !asked.has(host))
      return fleet().since === undefined ? '' : missing.join(' ')
    },
    (names) => {
      const { since } = fleet()
      // Without an answer the lines fill as the frames come.
      if (names !== '' && since !== undefined) recall(names.split(' '), since).catch(() => undefined)
    },
    { debounce: REST, immediate: true },
  )
}
