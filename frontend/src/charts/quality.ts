import { spansBelow, type Frame, type Gap } from '@/core/frame'
import type { Panel } from '@/families/types'

/** How far counters can be trusted that shared the hardware with others. */
export type Quality = 'exact' | 'scaled' | 'unreliable'

/** As the probe judges it, unless it was told otherwise. */
const UNRELIABLE_BELOW = 0.2

/** @param running the least part of the interval in which one of the counters was on the hardware; undefined for what is no counter */
export function qualityOf(running: number | null | undefined): Quality {
  if (running === undefined || running === null || running >= 0.9995) return 'exact'
  return running < UNRELIABLE_BELOW ? 'unreliable' : 'scaled'
}

/** Where the columns of a panel's running ratios are: after its series and the end of its axis. */
export function runningColumns(panel: Panel): number[] {
  const first = panel.series.length + (typeof panel.max === 'string' ? 1 : 0)
  return (panel.runningRatios ?? []).map((_, index) => first + index)
}

export function leastRunning(panel: Panel, { columns }: Frame, row: number): number | undefined {
  const ratios = runningColumns(panel).map((index) => columns[index]?.[row]).filter((value) => typeof value === 'number')
  return ratios.length === 0 ? undefined : Math.min(...ratios)
}

/** The times in which a chart should not be trusted, to be marked like gaps. */
export function doubts(panel: Panel, frame: Frame): Gap[] {
  if (!panel.runningRatios?.length) return []
  const least = frame.time.map((_, row) => leastRunning(panel, frame, row) ?? null)
  return spansBelow(frame, least, UNRELIABLE_BELOW).map((span) => ({ ...span, reason: 'unreliable' as const }))
}

export function qualityText(quality: Quality, running: number | undefined): string {
  const part = `${((running ?? 1) * 100).toFixed(0)}\u202f%`
  return quality === 'exact' ? 'Counted all the time' : `On the hardware ${part} of the time, scaled up from that`
}
