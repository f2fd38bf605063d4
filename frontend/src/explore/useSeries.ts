import { useIntervalFn } from '@vueuse/core'
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { toApiError, type ApiError } from '@/api/client'
import { getSeries, type NamedFrame } from '@/api/history'
import { breakAtGaps, type Column, type Frame, type Range } from '@/core/frame'
import { groupBy } from '@/core/groupBy'
import type { Pick } from './charts'

const POINTS = 900
/** How often what goes on is asked for again, at the most. */
const SOONEST = 2000

export interface Series {
  /** A column for each of the names; the device stands in the path. */
  frame: ComputedRef<Frame>
  series: ComputedRef<readonly Pick[]>
  error: Readonly<ShallowRef<ApiError | undefined>>
  loading: Readonly<ShallowRef<boolean>>
}

/** The history of any metrics of any hosts, again and again while its end is now. */
export function useSeries(picks: () => readonly Pick[], range: () => Range & { live: boolean }): Series {
  const answers = shallowRef<readonly NamedFrame[]>([])
  const error = shallowRef<ApiError>()
  const loading = shallowRef(true)
  let controller = new AbortController()

  async function ask(): Promise<void> {
    controller.abort()
    const { signal } = (controller = new AbortController())
    const byHost = groupBy(picks(), ({ host }) => host)
    const { from, to } = range()
    try {
      answers.value = await Promise.all([...byHost].map(([host, of]) => getSeries({ hosts: [host], metrics: of.map(({ path }) => path), from, to, points: POINTS }, signal)))
      error.value = undefined
    } catch (cause) {
      if (signal.aborted) return
      error.value = toApiError(cause)
    }
    loading.value = false
  }

  const every = computed(() => Math.max(SOONEST, (range().to - range().from) / POINTS))
  useIntervalFn(() => { if (range().live && document.visibilityState === 'visible') void ask() }, every)
  watch([() => picks().map(({ host, path }) => `${host}:${path}`).join('\n'), () => (range().live ? range().to - range().from : `${range().from} ${range().to}`)], () => void ask(), { immediate: true })
  onScopeDispose(() => { controller.abort() })

  const known = computed(() => answers.value.map(({ series, ...frame }) => ({ series: series.map(({ host, path }) => ({ host, path })), ...breakAtGaps(frame) })))
  return { frame: computed(() => merge(known.value)), series: computed(() => known.value.flatMap(({ series }) => series)), error, loading }
}

/** Several frames over the times of all of them; where one has no row there is nothing of it, and its line goes on. */
export function merge(frames: readonly Frame[]): Frame {
  const [first] = frames
  if (!first) return { time: [], columns: [], gaps: [] }
  if (frames.length === 1) return first
  const time = [...new Set(frames.flatMap((frame) => frame.time))].sort((a, b) => a - b)
  const columns = frames.flatMap((frame) => {
    const rows = new Map(frame.time.map((at, row) => [at, row]))
    let last = -1
    // Between its own samples a line is held: a null would break it at every sample of another host.
    const source = time.map((at) => (last = rows.get(at) ?? last))
    const end = frame.time.at(-1) ?? Number.NEGATIVE_INFINITY
    return frame.columns.map((column): Column => source.map((row, index) => (row < 0 || (time[index] ?? 0) > end ? null : (column[row] ?? null))))
  })
  return { time, columns, gaps: frames.flatMap((frame) => frame.gaps) }
}
