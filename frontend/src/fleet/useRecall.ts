import { watchDebounced } from '@vueuse/core'
import { getSeries } from '@/api/history'
import type { FleetSession } from '@/live/fleet'

/** Rows that pass by quickly are not asked for. */
const REST = 300
const SECOND = 1000

/** Asks once, of each host that comes into sight, what `metric` was in the time before the first frame: no line begins empty. */
export function useRecall(fleet: () => FleetSession, metric: string, inSight: () => readonly string[]): void {
  const asked = new Set<string>()

  async function recall(hosts: readonly string[], to: number): Promise<void> {
    for (const host of hosts) asked.add(host)
    const { capacity } = fleet()
    const { series, columns } = await getSeries({ hosts, metrics: [metric], from: to - capacity * SECOND, to, points: capacity })
    series.forEach(({ host }, index) => { fleet().recall(host, columns[index] ?? []) })
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
