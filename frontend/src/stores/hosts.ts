import { useIntervalFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { toApiError, type ApiError } from '@/api/client'
import { getHosts, type Host } from '@/api/rest'

const REFRESH = 10_000

/** All hosts, asked for again and again, once for every page: what is live comes over the socket, who there is comes from here. */
export const useHosts = defineStore('hosts', () => {
  /** Undefined until the first answer. */
  const hosts = shallowRef<readonly Host[]>()
  const error = shallowRef<ApiError>()

  async function refresh(): Promise<void> {
    try {
      const answer = await getHosts()
      hosts.value = [...answer].sort((a, b) => compareNames(a.host, b.host))
      error.value = undefined
    } catch (cause) {
      error.value = toApiError(cause)
    }
  }

  const byName = computed(() => new Map(hosts.value?.map((host) => [host.host, host])))
  /** Who asks for it first starts the asking, which then goes on. */
  const { resume } = useIntervalFn(() => void refresh(), REFRESH, { immediate: false, immediateCallback: true })
  return { hosts, byName, error, refresh, follow: resume }
})

const collator = new Intl.Collator(undefined, { numeric: true })

/** The order of people: `web-2` before `web-10`. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}
