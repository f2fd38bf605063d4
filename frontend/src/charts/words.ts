import type { GapReason, Range } from '@/core/frame'

const REASONS: Record<GapReason, { short: string; text: string }> = {
  missing: { short: 'lost', text: 'Lost: measured, but it did not arrive' },
  pending: { short: 'not stored yet', text: 'Not stored yet' },
  unobserved: { short: 'not observed', text: 'Not observed: the probe was not running' },
  late: { short: 'nothing yet', text: 'Nothing has arrived since' },
}

/** For a tooltip, a table, a screen reader. */
export function reasonText(reason: GapReason): string {
  return REASONS[reason].text
}

/** For inside of the gap. */
export function shortReason(reason: GapReason): string {
  return REASONS[reason].short
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

export function exactRange({ from, to }: Range): string {
  return EXACT.formatRange(from, to)
}
