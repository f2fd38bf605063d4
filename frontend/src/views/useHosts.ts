import { useIntervalFn } from '@vueuse/core'
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { ApiError, getHosts, type Host } from '@/api/rest'

const REFRESH = 10_000

export interface Hosts {
  /** Undefined until the first answer. */
  hosts: Readonly<ShallowRef<readonly Host[] | undefined>>
  error: Readonly<ShallowRef<ApiError | undefined>>
  refresh: () => Promise<void>
}

/** All hosts, asked for again and again: what is live comes over the socket, who there is comes from here. */
export function useHosts(): Hosts {
  const hosts = shallowRef<readonly Host[]>()
  const error = shallowRef<ApiError>()
  const controller = new AbortController()

  async function refresh(): Promise<void> {
    try {
      const answer = await getHosts(controller.signal)
      hosts.value = [...answer].sort((a, b) => a.host.localeCompare(b.host, undefined, { numeric: true }))
      error.value = undefined
    } catch (cause) {
      if (!controller.signal.aborted) error.value = cause instanceof ApiError ? cause : new ApiError(0, 'Not understood', String(cause))
    }
  }

  useIntervalFn(() => void refresh(), REFRESH, { immediateCallback: true })
  onScopeDispose(() => { controller.abort() })
  return { hosts, error, refresh }
}
