import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { readTimeRange, writeTimeRange, type TimeRange } from './timeRange'

/** Changes that follow each other so closely are one step for "back": the turns of a wheel. */
const ONE_STEP = 800

export interface AddressedRange {
  range: ComputedRef<TimeRange>
  show: (range: TimeRange) => void
}

/** The time range in the address, and how to go to another one, so that back works. */
export function useTimeRange(): AddressedRange {
  const route = useRoute()
  const change = useQuery()
  return { range: computed(() => readTimeRange(route.query)), show: (range) => { change(writeTimeRange(range)) } }
}

/** Changes parts of the address; what is undefined is taken out of it. */
export function useQuery(): (parts: LocationQueryRaw) => void {
  const route = useRoute()
  const router = useRouter()
  let last = Number.NEGATIVE_INFINITY
  return (parts) => {
    const to = { query: { ...route.query, ...parts } }
    const soon = performance.now() - last < ONE_STEP
    last = performance.now()
    void (soon ? router.replace(to) : router.push(to))
  }
}
