import type { Frame, Gap, Range } from '@/core/frame'
import { formatTick, type Unit } from '@/core/units'
import type { Panel } from '@/families/types'
import type { ChartOption, LineSeriesOption } from './echarts'
import type { Palette } from './palette'
import { clockFormat, reasonText } from './words'

/** Around the plot, in CSS pixels: the same for all, so that the charts' times stand above each other. */
export const MARGIN = { left: 60, right: 10, top: 10, bottom: 24 } as const

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
    series: [...panel.series.map((_, index) => line(panel, index, palette)), gapSeries([], palette)],
  }
}

/** What changes with every sample. */
export function dataOption(panel: Panel, frame: Frame, range: Range, max: number | undefined, palette: Palette): ChartOption {
  const columns = panel.series.map((_, index) => [`s${index}`, frame.columns[index] ?? []])
  return {
    dataset: { source: { time: frame.time, ...Object.fromEntries(columns) } as Record<string, number[]> },
    xAxis: { min: range.from, max: range.to, axisLabel: { formatter: clockFormat(range) } },
    yAxis: { ...valueAxis(panel.unit, max) },
    series: [gapSeries(frame.gaps, palette)],
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
    lineStyle: { width: stacked ? 1 : 1.75, join: 'round' },
    ...((stacked || index === 0) && { areaStyle: { opacity: stacked ? 0.72 : 0.14 } }),
    symbol: 'none',
    silent: true,
    connectNulls: false,
    emphasis: { disabled: true },
  }
}

function gapSeries(gaps: readonly Gap[], palette: Palette): LineSeriesOption {
  return {
    id: 'gaps',
    type: 'line',
    silent: true,
    markArea: {
      silent: true,
      animation: false,
      itemStyle: { color: palette.gap },
      label: { show: false },
      data: gaps.map(({ from, to, reason }) => [{ name: reasonText(reason), xAxis: from }, { xAxis: to }]),
    },
  }
}

/** Quarters of all there is make better ticks of bytes than round decimal numbers. */
function valueAxis(unit: Unit, max: number | undefined): object {
  if (max !== undefined) return { max, interval: max / 4 }
  return unit === 'bytes' ? {} : { max: (extent: { max: number }) => (extent.max > 0 ? null : 1) }
}
