import type { Retention } from '@/api/rest'

export interface Tier {
  key: keyof Retention
  title: string
  about: string
  /** Seconds of one unit. */
  unit: number
  unitName: string
}

const HOUR = 3600
const DAY = 24 * HOUR

export const TIERS: readonly Tier[] = [
  { key: 'rawSeconds', title: 'Every sample', about: 'each second as it was measured', unit: HOUR, unitName: 'hours' },
  { key: 'minuteSeconds', title: 'Minutes', about: 'least, mean and most of each minute', unit: DAY, unitName: 'days' },
  { key: 'hourSeconds', title: 'Hours', about: 'least, mean and most of each hour', unit: DAY, unitName: 'days' },
]

/** What is wrong with it, in words; undefined if it can be kept. */
export function wrongRetention(retention: Retention): string | undefined {
  if (TIERS.some(({ key }) => !Number.isFinite(retention[key]) || retention[key] < HOUR)) return 'Each of them needs at least an hour.'
  if (retention.minuteSeconds < retention.rawSeconds || retention.hourSeconds < retention.minuteSeconds) return 'What is coarser must be kept at least as long as what is finer.'
  return undefined
}
