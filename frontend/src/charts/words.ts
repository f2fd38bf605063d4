import type { GapReason, Range } from '@/core/frame'

const REASONS: Record<GapReason, string> = {
  missing: 'Lost: it was measured, but did not arrive',
  pending: 'Not stored yet',
  unobserved: 'Nobody looked: the probe was not running',
  late: 'Nothing has arrived since',
}

export function reasonText(reason: GapReason): string {
  return REASONS[reason]
}

const SECONDS = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const MINUTES = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const DAYS = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })

/** How the labels of a time axis are written, by how much it covers. */
export function clockFormat({ from, to }: Range): (time: number) => string {
  const minutes = (to - from) / 60_000
  const format = minutes <= 6 ? SECONDS : minutes <= 26 * 60 ? MINUTES : DAYS
  return (time) => format.format(time)
}

export function clockTime(time: number): string {
  return SECONDS.format(time)
}

export function exactTime(time: number): string {
  return EXACT.format(time)
}
