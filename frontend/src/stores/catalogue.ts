import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { toApiError, type ApiError } from '@/api/client'
import { getMetrics, type Metric } from '@/api/rest'
import { parsePath, writePath } from '@/core/path'

/** What every metric is, asked for once. */
export const useCatalogue = defineStore('catalogue', () => {
  const metrics = shallowRef<readonly Metric[]>([])
  const error = shallowRef<ApiError>()
  let asked: Promise<void> | undefined

  async function ask(): Promise<void> {
    try {
      metrics.value = await getMetrics()
      error.value = undefined
    } catch (cause) {
      error.value = toApiError(cause)
      asked = undefined
    }
  }

  const byPath = computed(() => new Map(metrics.value.map((metric) => [metric.path, metric])))
  /** What describes a path, which may name a device. */
  function find(path: string): Metric | undefined {
    return byPath.value.get(path) ?? byPath.value.get(anyDevice(path))
  }
  return { metrics, error, find, load: (): Promise<void> => (asked ??= ask()) }
})

/** `disks[vda].utilization` as the catalogue has it: `disks[*].utilization`. */
export function anyDevice(path: string): string {
  return writePath(parsePath(path).map((step) => ('key' in step ? { anyKey: true } : step)))
}
