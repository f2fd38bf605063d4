import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { toApiError, type ApiError } from '@/api/client'
import { getHistory } from '@/api/history'
import type { Column } from '@/core/frame'
import { average, largestChanges, type Change, type Pair } from './comparison'
import { useHostData } from './HostData'
import type { PlacedPanel } from './usePanels'

/** Metrics in one question: addresses have an end. */
const AT_ONCE = 60
/** A live comparison is made again so often. */
const EVERY = 15_000

export interface Changes {
  changes: ComputedRef<readonly Change[]>
  error: Readonly<ShallowRef<ApiError | undefined>>
  loading: Readonly<ShallowRef<boolean>>
}

/** The means of every metric of the page in both times, and what differs. */
export function useChanges(panels: () => readonly PlacedPanel[]): Changes {
  const { host, comparison, range, choice } = useHostData()
  const pairs = shallowRef<readonly Pair[]>([])
  const error = shallowRef<ApiError>()
  const loading = shallowRef(false)
  let controller = new AbortController()

  const metrics = computed(() =>
    panels().flatMap(({ panel }) => (panel.kind === 'heat' ? [] : panel.series.map(({ path, name }) => ({ path, title: panel.series.length === 1 ? panel.title : `${panel.title}, ${name}`, unit: panel.unit })))),
  )

  async function means(of: string, earlier: number, signal: AbortSignal): Promise<(number | undefined)[]> {
    const paths = metrics.value.map(({ path }) => path)
    const { from, to } = range.value
    const found: (number | undefined)[] = []
    for (let start = 0; start < paths.length; start += AT_ONCE) {
      const { columns } = await getHistory({ host: of, metrics: paths.slice(start, start + AT_ONCE), from: from - earlier, to: to - earlier, points: 60 }, signal)
      found.push(...columns.map((column: Column) => average(column)))
    }
    return found
  }

  async function compare(): Promise<void> {
    controller.abort()
    if (!comparison.value) return
    const { signal } = (controller = new AbortController())
    loading.value = true
    try {
      const asked = metrics.value
      const [now, before] = await Promise.all([means(host, 0, signal), means(comparison.value.host, comparison.value.earlier, signal)])
      pairs.value = asked.map(({ title, unit }, index) => ({ title, unit, now: now[index], before: before[index] }))
      error.value = undefined
    } catch (cause) {
      if (signal.aborted) return
      error.value = toApiError(cause)
    }
    loading.value = false
  }

  const epoch = computed(() => {
    const { from, to } = range.value
    const time = choice.value.kind === 'fixed' ? `${from} ${to}` : `${choice.value.name} ${Math.floor(to / EVERY)}`
    return [comparison.value?.name, time, ...metrics.value.map(({ path }) => path)].join('\n')
  })
  watch(epoch, () => void compare(), { immediate: true })
  onScopeDispose(() => { controller.abort() })
  return { changes: computed(() => largestChanges(pairs.value)), error, loading }
}
