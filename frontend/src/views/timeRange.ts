import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import type { Range } from '@/core/frame'

/** What the page shows: the newest samples as they come, a longer time up to now, or a time that stays. */
export type TimeRange =
  | { kind: 'live'; name: string; span: number }
  | { kind: 'recent'; name: string; span: number }
  | ({ kind: 'fixed' } & Range)

export type Preset = Extract<TimeRange, { name: string }> & { title: string }

const MINUTE = 60_000

export const PRESETS: readonly [Preset, ...Preset[]] = [
  { kind: 'live', name: '1m', span: MINUTE, title: '1 min' },
  { kind: 'live', name: '5m', span: 5 * MINUTE, title: '5 min' },
  { kind: 'live', name: '15m', span: 15 * MINUTE, title: '15 min' },
  { kind: 'recent', name: '1h', span: 60 * MINUTE, title: '1 h' },
  { kind: 'recent', name: '24h', span: 24 * 60 * MINUTE, title: '24 h' },
]
const DEFAULT = '5m'

/** What the address says; what it says wrongly is as if it did not say it. */
export function readTimeRange(query: LocationQuery): TimeRange {
  const [from, to] = [instant(query.from), instant(query.to)]
  if (from !== undefined && to !== undefined && from < to) return { kind: 'fixed', from, to }
  const name = query.range ?? DEFAULT
  return PRESETS.find((preset) => preset.name === name) ?? PRESETS.find((preset) => preset.name === DEFAULT) ?? PRESETS[0]
}

export function writeTimeRange(range: TimeRange): LocationQuery {
  if (range.kind === 'fixed') return { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() }
  return range.name === DEFAULT ? {} : { range: range.name }
}

/** The time range in the address, and how to go to another one, so that back works. */
export function useTimeRange(): { range: ComputedRef<TimeRange>; show: (range: TimeRange) => void } {
  const route = useRoute()
  const router = useRouter()
  return {
    range: computed(() => readTimeRange(route.query)),
    show: (range) => void router.push({ query: writeTimeRange(range) }),
  }
}

function instant(text: LocationQuery[string] | undefined): number | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
