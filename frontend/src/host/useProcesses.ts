import { useIntersectionObserver, watchDebounced } from '@vueuse/core'
import { computed, onScopeDispose, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { toApiError, type ApiError } from '@/api/client'
import { getProcesses, processesOf, type ProcessList } from '@/api/rest'
import { useCursorTime } from '@/charts/cursor'
import { families } from '@/families'
import { useHostData } from './HostData'

/** What a process is compared with: itself so long before. */
export const BEFORE = 60_000
const TOPIC = families.processes.topic
/** A pointer that moves does not ask at every pixel. */
const REST = 150

export interface ProcessesThen {
  /** The time that is asked about; undefined for now. */
  at: ComputedRef<number | undefined>
  now: Readonly<ShallowRef<ProcessList | undefined>>
  before: Readonly<ShallowRef<ProcessList | undefined>>
  error: Readonly<ShallowRef<ApiError | undefined>>
}

/** The processes at the cursor's time and a minute before: from what came live, else from the history. */
export function useProcesses(element: Ref<HTMLElement | null>): ProcessesThen {
  const { host, session, range, choice, newestTime } = useHostData()
  const at = useCursorTime(() => range.value)
  /** Live, the newest list: one comes every five seconds. */
  const newest = computed(() => session.value.samples(host, TOPIC).at(-1)?.time ?? roundDown(newestTime.value))
  const moment = computed(() => at.value ?? (choice.value.kind === 'fixed' ? range.value.to : newest.value))
  const now = shallowRef<ProcessList>()
  const before = shallowRef<ProcessList>()
  const error = shallowRef<ApiError>()
  const visible = shallowRef(false)
  useIntersectionObserver(element, (entries) => { visible.value = entries.at(-1)?.isIntersecting ?? false }, { rootMargin: '200px' })
  let controller = new AbortController()

  /** Of what came live, the newest that is not later; undefined if that does not reach back so far. */
  function remembered(time: number): ProcessList | undefined {
    const samples = [...session.value.samples(host, TOPIC)]
    const event = samples.findLast((sample) => sample.time <= time && sample.event.processes)
    return event?.event.processes && { time: event.time, processes: processesOf(event.event.processes) }
  }

  async function look(time: number): Promise<void> {
    controller.abort()
    const { signal } = (controller = new AbortController())
    const find = async (then: number): Promise<ProcessList | undefined> => remembered(then) ?? (await getProcesses(host, then, signal))
    try {
      const found = await find(time)
      signal.throwIfAborted()
      now.value = found
      error.value = undefined
      const earlier = await find(time - BEFORE)
      signal.throwIfAborted()
      before.value = earlier
    } catch (cause) {
      if (!signal.aborted) error.value = toApiError(cause)
    }
  }

  watchDebounced([moment, visible], () => { if (visible.value && moment.value !== undefined) void look(moment.value) }, { debounce: REST, maxWait: 600, immediate: true })
  onScopeDispose(() => { controller.abort() })
  return { at, now, before, error }
}

/** Where no list came live, a new question every five seconds. */
function roundDown(time: number | undefined): number | undefined {
  return time === undefined ? undefined : Math.floor(time / 5000) * 5000
}
