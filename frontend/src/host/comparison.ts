import type { LocationQuery } from 'vue-router'
import { format } from '@/core/units'
import type { Unit } from '@/core/units'

/** With what a host is compared: itself earlier, or another one at the same time. */
export interface Comparison {
  /** As the address has it. */
  name: string
  title: string
  host: string
  /** Milliseconds that the other time lies before the shown one. */
  earlier: number
}

const HOUR = 3600
const DAY = 24 * HOUR

export const EARLIER: readonly { name: string; title: string }[] = [
  { name: String(HOUR), title: 'An hour before' },
  { name: String(DAY), title: 'Yesterday' },
  { name: String(7 * DAY), title: 'Last week' },
]
export const YESTERDAY = String(DAY)

/** `3600` are seconds before, `@web-2` is another host; anything else is no comparison. */
export function readComparison(value: LocationQuery[string] | undefined, host: string): Comparison | undefined {
  if (typeof value !== 'string') return undefined
  if (value.startsWith('@') && value.length > 1) return { name: value, title: value.slice(1), host: value.slice(1), earlier: 0 }
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : 0
  if (seconds === 0) return undefined
  const preset = EARLIER.find(({ name }) => name === value)
  return { name: value, title: preset?.title ?? `${duration(seconds)} before`, host, earlier: seconds * 1000 }
}

export interface Change {
  title: string
  unit: Unit
  before: number
  now: number
  /** Part that it grew by: -0.5 is half of what it was; undefined if it was nothing before. */
  growth: number | undefined
}

/** Values so small that a change between them says nothing. */
const NOISE: Partial<Record<Unit, number>> = {
  ratio: 0.005, bytes: 1 << 20, bytesPerSecond: 4096, perSecond: 1, seconds: 1e-4, cores: 0.01, hertz: 1e7, celsius: 1, count: 0.05,
}

export type Pair = Omit<Change, 'growth' | 'before' | 'now'> & { before: number | undefined; now: number | undefined }

/** What differs, the largest change first; what is missing on a side, and what is noise, is left out. */
export function largestChanges(pairs: readonly Pair[]): Change[] {
  return pairs
    .flatMap(({ title, unit, before, now }): Change[] => {
      if (before === undefined || now === undefined || before === now) return []
      if (Math.max(Math.abs(before), Math.abs(now)) < (NOISE[unit] ?? 0)) return []
      return [{ title, unit, before, now, growth: before === 0 ? undefined : now / before - 1 }]
    })
    .sort((a, b) => size(b) - size(a))
}

/** The same for a doubling and for a halving, 1 for what came out of nothing. */
function size({ before, now }: Change): number {
  return Math.abs(now - before) / Math.max(Math.abs(now), Math.abs(before))
}

export function growthText({ growth }: Pick<Change, 'growth'>): string {
  if (growth === undefined) return 'new'
  if (growth >= 9.995) return `× ${(growth + 1).toFixed(0)}`
  return `${growth < 0 ? '−' : '+'}${Math.abs(growth * 100).toFixed(Math.abs(growth) < 0.0995 ? 1 : 0)}\u202f%`
}

/** Of the values that there are. */
export function average(values: readonly (number | null)[]): number | undefined {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0) / known.length
}

function duration(seconds: number): string {
  if (seconds % DAY === 0) return format(seconds / DAY, 'count') + ' days'
  if (seconds % HOUR === 0) return format(seconds / HOUR, 'count') + ' hours'
  return format(Math.round(seconds / 60), 'count') + ' minutes'
}
