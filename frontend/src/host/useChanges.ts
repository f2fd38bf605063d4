import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { toApiError, type ApiError } from '@/api/client'
import { getHistory } from '@/api/history'
import type { Frame } from '@/core/frame'
import type { Panel } from '@/families/types'
import { average, largestChanges, type Change, type Pair } from './comparison'
import { useHostData } from './HostData'
import type { PlacedPanel } from './usePanels'

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

  const compared = computed(() => panels().filter(({ panel }) => panel.kind !== 'heat').map(({ panel }) => panel))
  const metrics = computed(() =>
    compared.value.flatMap(({ series, title, unit }) => series.map(({ path, name }) => ({ path, title: series.length === 1 ? title : `${title}, ${name}`, unit }))),
  )

  /** Of each metric; the charts' questions are asked together. */
  async function means(of: string, earlier: number, signal: AbortSignal): Promise<(number | undefined)[]> {
    const { from, to } = range.value
    const ask = ({ series }: Panel): Promise<Frame> =>
      getHistory({ host: of, metrics: series.map(({ path }) => path), from: from - earlier, to: to - earlier, points: 60 }, signal)
    return (await Promise.all(compared.value.map(ask))).flatMap(({ columns }) => columns.map(average))
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
