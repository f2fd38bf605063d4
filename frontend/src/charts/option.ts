import { clockFormat } from '@/core/clock'
import type { Column, Frame, Gap, Range } from '@/core/frame'
import { formatTick } from '@/core/units'
import type { Panel } from '@/families/types'
import { valueAxis } from './axis'
import type { ChartOption, LineSeriesOption } from './echarts'
import type { Palette } from './palette'
import { shortReason } from './words'

/** Around the plot, in CSS pixels: the same for all, so that the charts' times stand above each other. */
export const MARGIN = { left: 62, right: 20, top: 10, bottom: 24 } as const

export interface Look {
  utc: boolean
  /** Whether another time or host is laid over. */
  other: boolean
  /** Whether what is shown should not be trusted. */
  doubtful: boolean
}

/** What changes only with the panel and the theme. */
export function baseOption(panel: Panel, palette: Palette, { utc, other, doubtful }: Look): ChartOption {
  const text = { color: palette.axis, fontFamily: palette.font, fontSize: 11 }
  return {
    animation: false,
    useUTC: utc,
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
    series: [
      ...panel.series.map((_, index) => line(panel, index, palette, doubtful)),
      ...(other ? others(panel).map((_, index) => otherLine(panel, index, palette)) : []),
      gapSeries([], palette, { from: 0, to: 1 }),
    ],
  }
}

export interface Data {
  panel: Panel
  frame: Frame
  other: Frame | undefined
  range: Range
  max: number | undefined
  palette: Palette
}

/** What changes with every sample. */
export function dataOption({ panel, frame, other, range, max, palette }: Data): ChartOption {
  const compared = other && otherColumns(panel, other)
  return {
    dataset: [source(frame.time, frame.columns.slice(0, panel.series.length), 's'), ...(other && compared ? [source(other.time, compared, 'o')] : [])],
    xAxis: { min: range.from, max: range.to, axisLabel: { formatter: clockFormat(range) } },
    yAxis: valueAxis(panel.unit, max, highest(frame.columns.slice(0, panel.series.length), compared ?? [])),
    series: [
      ...(panel.kind === 'stack' ? panel.series.map((_, index) => edge(index, frame.columns[index] ?? [])) : []),
      gapSeries(frame.gaps, palette, range),
    ],
  }
}

function source(time: readonly number[], columns: readonly Column[], prefix: string): { source: Record<string, number[]> } {
  return { source: Object.fromEntries([['time', time], ...columns.map((column, index) => [`${prefix}${index}`, column])]) as Record<string, number[]> }
}

function line(panel: Panel, index: number, palette: Palette, doubtful: boolean): LineSeriesOption {
  const { name, colour } = panel.series[index] ?? { name: '', colour: 'grey' as const }
  const stacked = panel.kind === 'stack'
  return {
    id: `s${index}`,
    name,
    type: 'line',
    encode: { x: 'time', y: `s${index}` },
    ...(stacked && { stack: 'all' }),
    color: doubtful ? palette.axis : palette.series[colour],
    lineStyle: { width: 1.75, join: 'round', ...(doubtful && { opacity: 0.5 }) },
    ...((stacked || panel.series.length === 1) && { areaStyle: { opacity: doubtful ? 0.25 : stacked ? 0.82 : 0.13 } }),
    symbol: 'none',
    silent: true,
    connectNulls: false,
    emphasis: { disabled: true },
  }
}

/** Of a stack the other time is one line, its top: a second stack over the first could not be read. */
function others({ kind, series }: Panel): readonly unknown[] {
  return kind === 'stack' ? [0] : series
}

function otherColumns({ kind, series }: Panel, { time, columns }: Frame): Column[] {
  if (kind !== 'stack') return series.map((_, index) => columns[index] ?? [])
  const parts = columns.slice(0, series.length)
  return [time.map((_, row) => (parts.every((column) => typeof column[row] !== 'number') ? null : parts.reduce((sum, column) => sum + (column[row] ?? 0), 0)))]
}

function otherLine(panel: Panel, index: number, palette: Palette): LineSeriesOption {
  const colour = panel.kind === 'stack' ? palette.text : palette.series[panel.series[index]?.colour ?? 'grey']
  return {
    id: `o${index}`,
    type: 'line',
    datasetIndex: 1,
    encode: { x: 'time', y: `o${index}` },
    color: colour,
    lineStyle: { width: 1.25, type: 'dashed', opacity: 0.75 },
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

function highest(...sets: (readonly Column[])[]): number | undefined {
  let found: number | undefined
  for (const column of sets.flat()) {
    for (const value of column) if (value !== null && (found === undefined || value > found)) found = value
  }
  return found
}
