import { useIntervalFn } from '@vueuse/core'
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { getAnnotations, type Annotation } from '@/api/rest'
import type { Range } from '@/core/frame'

const EVERY = 15_000

/** The notes of the shown time, asked for again now and then: others write them too. Without an answer there are none. */
export function useAnnotations(host: string, range: ComputedRef<Range>): { annotations: Readonly<ShallowRef<readonly Annotation[]>>; refresh: () => void } {
  const annotations = shallowRef<readonly Annotation[]>([])

  async function ask(): Promise<void> {
    const { from, to } = range.value
    annotations.value = await getAnnotations(host, from, to + EVERY).catch(() => annotations.value)
  }

  const refresh = (): void => void ask()
  useIntervalFn(refresh, EVERY)
  // A live axis goes on by itself; a jump is another time.
  watch(computed(() => `${Math.round(range.value.from / EVERY)} ${Math.round((range.value.to - range.value.from) / 1000)}`), refresh, { immediate: true })
  return { annotations, refresh }
}
