import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { toApiError, type ApiError } from '@/api/client'

export interface Answer<T> {
  value: ShallowRef<T | undefined>
  error: Readonly<ShallowRef<ApiError | undefined>>
  refresh: () => Promise<void>
}

/** What the gateway says to one question, asked at once and when it is wanted again. */
export function useAnswer<T>(question: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const value = shallowRef<T>()
  const error = shallowRef<ApiError>()
  const controller = new AbortController()

  async function refresh(): Promise<void> {
    try {
      value.value = await question(controller.signal)
      error.value = undefined
    } catch (cause) {
      if (!controller.signal.aborted) error.value = toApiError(cause)
    }
  }

  void refresh()
  onScopeDispose(() => { controller.abort() })
  return { value, error, refresh }
}
