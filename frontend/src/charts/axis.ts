import type { Unit } from '@/core/units'

/** ECharts' value axis: ticks at round binary or decimal values, and one at the end, if it is known, unless it would be too near. */
export function valueAxis(unit: Unit, max: number | undefined, highest: number | undefined): object {
  const label = { show: highest !== undefined, showMaxLabel: true }
  if (max !== undefined) {
    const interval = unit === 'bytes' ? 2 ** Math.round(Math.log2(max / 4)) : max / 4
    const rest = (max / interval) % 1
    return { max, interval, axisLabel: { ...label, showMaxLabel: rest === 0 || rest > 0.4 } }
  }
  // Nothing but zeros would be drawn over an axis of tiny fractions.
  if (!highest) return { max: 1, interval: 0.5, axisLabel: label }
  if (!unit.startsWith('bytes')) return { max: null, interval: null, axisLabel: label }
  const interval = 2 ** Math.ceil(Math.log2(highest / 4))
  return { max: Math.ceil(highest / interval) * interval, interval, axisLabel: label }
}
