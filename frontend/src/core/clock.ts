import { useStorage } from '@vueuse/core'
import type { Range } from './frame'

export type TimeZone = 'local' | 'utc'

/** In which zone times are shown and typed; a habit of whoever looks, so it is kept in the browser and not in the address. */
export const timeZone = useStorage<TimeZone>('perfwatch-time-zone', 'local')

const STYLES = {
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  minutes: { hour: '2-digit', minute: '2-digit' },
  days: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  dates: { month: 'short', day: 'numeric' },
  exact: { dateStyle: 'medium', timeStyle: 'medium' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(style: keyof typeof STYLES): Intl.DateTimeFormat {
  const key = `${style} ${timeZone.value}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(undefined, { ...STYLES[style], hourCycle: 'h23', ...(timeZone.value === 'utc' && { timeZone: 'UTC' }) })
    formats.set(key, format)
  }
  return format
}

const HOUR = 3_600_000

/** How the labels of a time axis are written, by how much it covers. */
export function clockFormat({ from, to }: Range): (time: number) => string {
  const span = to - from
  const style = span <= HOUR / 10 ? 'seconds' : span <= 26 * HOUR ? 'minutes' : span <= 96 * HOUR ? 'days' : 'dates'
  return (time) => formatOf(style).format(time)
}

export function clockTime(time: number): string {
  return formatOf('seconds').format(time)
}

export function exactTime(time: number): string {
  return formatOf('exact').format(time) + zoneSuffix()
}

export function exactRange({ from, to }: Range): string {
  return formatOf('exact').formatRange(from, to) + zoneSuffix()
}

/** For a field of the type `datetime-local`: wall clock of the zone, with seconds. */
export function writeField(time: number): string {
  const shift = timeZone.value === 'utc' ? 0 : new Date(time).getTimezoneOffset() * 60_000
  return new Date(time - shift).toISOString().slice(0, 19)
}

/** Epoch milliseconds of what such a field says; undefined if it is empty or no time. */
export function readField(text: string): number | undefined {
  const time = Date.parse(timeZone.value === 'utc' ? `${text}Z` : text)
  return Number.isNaN(time) ? undefined : time
}

function zoneSuffix(): string {
  return timeZone.value === 'utc' ? ' UTC' : ''
}
