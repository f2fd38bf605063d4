import type { Column, Frame, Gap, Range } from '@/core/frame'
import { formatTick, type Unit } from '@/core/units'
import type { Panel } from '@/families/types'
import type { ChartOption, LineSeriesOption } from './echarts'
import type { Palette } from './palette'
import { clockFormat, shortReason } from './words'

/** Around the plot, in CSS pixels: the same for all, so that the charts' times stand above each other. */
export const MARGIN = { left: 68, right: 24, top: 10, bottom: 24 } as const

/** What changes only with the panel and the theme. */
export function baseOption(panel: Panel, palette: Palette): ChartOption {
  const text = { color: palette.axis, fontFamily: palette.font, fontSize: 11 }
  return {
    animation: false,
    textStyle: { fontFamily: palette.font },
    grid: { ...MARGIN, outerBoundsMode: 'none' },
    xAxis: {
      type: 'time',
      splitNumber: 6,
      axisLine: { lineStyle: { color: palette.grid } },
      axisTick: { lineStyle: { color: palette.grid } },
      axisLabel: { ...text, hideOverlap: true, showMinLabel: false, showMaxLabel: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      axisLabel: { ...text, formatter: (value: number) => formatTick(value, panel.unit) },
      splitLine: { lineStyle: { color: palette.grid } },
    },
    series: [...panel.series.map((_, index) => line(panel, index, palette)), gapSeries([], palette, { from: 0, to: 1 })],
  }
}

/** What changes with every sample. */
export function dataOption(panel: Panel, frame: Frame, range: Range, max: number | undefined, palette: Palette): ChartOption {
  const columns = panel.series.map((_, index) => [`s${index}`, frame.columns[index] ?? []])
  return {
    dataset: { source: { time: frame.time, ...Object.fromEntries(columns) } as Record<string, number[]> },
    xAxis: { min: range.from, max: range.to, axisLabel: { formatter: clockFormat(range) } },
    yAxis: valueAxis(panel.unit, max, highest(frame, panel.series.length)),
    series: [
      ...(panel.kind === 'stack' ? panel.series.map((_, index) => edge(index, frame.columns[index] ?? [])) : []),
      gapSeries(frame.gaps, palette, range),
    ],
  }
}

function line(panel: Panel, index: number, palette: Palette): LineSeriesOption {
  const { name, colour } = panel.series[index] ?? { name: '', colour: 'grey' as const }
  const stacked = panel.kind === 'stack'
  return {
    id: `s${index}`,
    name,
    type: 'line',
    encode: { x: 'time', y: `s${index}` },
    ...(stacked && { stack: 'all' }),
    color: palette.series[colour],
    lineStyle: { width: 1.75, join: 'round' },
    ...((stacked || index === 0) && { areaStyle: { opacity: stacked ? 0.82 : 0.14 } }),
    symbol: 'none',
    silent: true,
    connectNulls: false,
    emphasis: { disabled: true },
  }
}

/** Closes the seam between two areas; that of a part that is all zero would lie on top of one that is not. */
function edge(index: number, column: Column): LineSeriesOption {
  return { id: `s${index}`, type: 'line', lineStyle: { width: column.some((value) => value !== null && value > 0.002) ? 1 : 0 } }
}

function gapSeries(gaps: readonly Gap[], palette: Palette, range: Range): LineSeriesOption {
  const wide = (gap: Gap): boolean => (gap.to - gap.from) / (range.to - range.from) > 0.12
  return {
    id: 'gaps',
    type: 'line',
    // Of its own, or it would draw the first column.
    data: [],
    silent: true,
    markArea: {
      silent: true,
      animation: false,
      itemStyle: { color: palette.gap },
      label: { color: palette.axis, fontFamily: palette.font, fontSize: 11, position: 'inside' },
      data: gaps.map((gap) => [
        { name: shortReason(gap.reason), xAxis: gap.from, label: { show: wide(gap) } },
        { xAxis: gap.to },
      ]),
    },
  }
}

/** Where the end is known: ticks at round binary or decimal values, and one at the end unless it would be too near. */
function valueAxis(unit: Unit, max: number | undefined, highest: number | undefined): object {
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

function highest({ columns }: Frame, count: number): number | undefined {
  let found: number | undefined
  for (const column of columns.slice(0, count)) {
    for (const value of column) if (value !== null && (found === undefined || value > found)) found = value
  }
  return found
}
