import type { LocationQuery } from 'vue-router'
import type { Range } from '@/core/frame'

/** What the page shows: the newest samples as they come, a longer time up to now, or a time that stays. */
export type TimeRange =
  | { kind: 'live'; name: string; span: number }
  | { kind: 'recent'; name: string; span: number }
  | ({ kind: 'fixed' } & Range)

export type Preset = Extract<TimeRange, { name: string }> & { title: string; words: string }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SHORTEST = 5000

export const PRESETS: readonly [Preset, ...Preset[]] = [
  { kind: 'live', name: '1m', span: MINUTE, title: '1m', words: '1 minute' },
  { kind: 'live', name: '5m', span: 5 * MINUTE, title: '5m', words: '5 minutes' },
  { kind: 'live', name: '15m', span: 15 * MINUTE, title: '15m', words: '15 minutes' },
  { kind: 'recent', name: '1h', span: HOUR, title: '1h', words: '1 hour' },
  { kind: 'recent', name: '6h', span: 6 * HOUR, title: '6h', words: '6 hours' },
  { kind: 'recent', name: '24h', span: DAY, title: '24h', words: '24 hours' },
  { kind: 'recent', name: '7d', span: 7 * DAY, title: '7d', words: '7 days' },
  { kind: 'recent', name: '30d', span: 30 * DAY, title: '30d', words: '30 days' },
]
const DEFAULT = '5m'
export const DEFAULT_RANGE: Preset = presetOf(DEFAULT) ?? PRESETS[0]

/** What the address says; what it says wrongly is as if it did not say it. */
export function readTimeRange(query: LocationQuery): TimeRange {
  const [from, to] = [readInstant(query.from), readInstant(query.to)]
  if (from !== undefined && to !== undefined && from < to) return { kind: 'fixed', from, to }
  return presetOf(query.range) ?? DEFAULT_RANGE
}

/** The parts of the address that say it; undefined where they do not belong into it. */
export function writeTimeRange(range: TimeRange): Record<'range' | 'from' | 'to', string | undefined> {
  if (range.kind === 'fixed') return { range: undefined, from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() }
  return { range: range.name === DEFAULT ? undefined : range.name, from: undefined, to: undefined }
}

/**
 * @param shown what is on the axis
 * @param factor below 1 for less time
 * @param about what stays where it is; without it, a range that ends now goes to the next preset
 */
export function zoom(range: TimeRange, shown: Range, factor: number, about?: number): TimeRange {
  if (range.kind !== 'fixed' && about === undefined) {
    const index = PRESETS.findIndex(({ name }) => name === range.name) + (factor < 1 ? -1 : 1)
    return PRESETS[index] ?? range
  }
  const centre = about ?? (shown.from + shown.to) / 2
  const span = shown.to - shown.from
  const wanted = Math.min(Math.max(span * factor, SHORTEST), 365 * DAY)
  const from = centre - ((centre - shown.from) / span) * wanted
  return { kind: 'fixed', from: Math.round(from), to: Math.round(from + wanted) }
}

/**
 * @param part of what is on the axis to go on by; below 0 for earlier
 * @param newest end of the data: there is nothing later to see
 */
export function pan(range: TimeRange, shown: Range, part: number, newest: number): TimeRange {
  const span = shown.to - shown.from
  const to = Math.min(shown.to + part * span, newest)
  if (part > 0 && to - shown.to < 1000) return range
  return { kind: 'fixed', from: Math.round(to - span), to: Math.round(to) }
}

export function readInstant(text: LocationQuery[string] | undefined): number | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

function presetOf(name: LocationQuery[string] | undefined): Preset | undefined {
  return PRESETS.find((preset) => preset.name === name)
}
