import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { toApiError, type ApiError } from '@/api/client'
import { getHistory, type HistoryQuery } from '@/api/history'
import type { Frame } from '@/core/frame'

export interface History {
  frame: Readonly<ShallowRef<Frame | undefined>>
  error: Readonly<ShallowRef<ApiError | undefined>>
  loading: Readonly<ShallowRef<boolean>>
}

/** The answer to the newest question; an older one that is still under way is given up. None while there is no question. */
export function useHistory(question: () => HistoryQuery | undefined): History {
  const frame = shallowRef<Frame>()
  const error = shallowRef<ApiError>()
  const loading = shallowRef(false)
  let controller = new AbortController()

  const ask = async (query: HistoryQuery, { signal } = controller): Promise<void> => {
    loading.value = true
    try {
      frame.value = await getHistory(query, signal)
      error.value = undefined
    } catch (cause) {
      if (signal.aborted) return
      error.value = toApiError(cause)
    }
    loading.value = false
  }

  watch(question, (query, before) => {
    controller.abort()
    controller = new AbortController()
    // Another host or other metrics: what was drawn does not belong to it.
    if (query?.host !== before?.host || query?.metrics.join() !== before?.metrics.join()) frame.value = undefined
    if (query) void ask(query)
  }, { immediate: true })
  onScopeDispose(() => { controller.abort() })
  return { frame, error, loading }
}
