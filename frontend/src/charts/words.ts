import type { GapReason } from '@/core/frame'

const REASONS: Record<GapReason, { short: string; text: string }> = {
  missing: { short: 'lost', text: 'Lost: measured, but it did not arrive' },
  pending: { short: 'not stored yet', text: 'Not stored yet' },
  unobserved: { short: 'not observed', text: 'Not observed: the probe was not running' },
  unreliable: { short: 'unreliable', text: 'Unreliable: the counter shared the hardware with too many others' },
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
