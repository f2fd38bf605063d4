import { describe, expect, it } from 'vitest'
import type { Frame } from '@/core/frame'
import type { Panel } from '@/families/types'
import { baseOption, dataOption } from './option'
import type { Palette } from './palette'

const palette = { axis: '#111', grid: '#222', gap: '#333', surface: '#444', font: 'sans', series: { blue: '#00f' } } as unknown as Palette
const range = { from: 0, to: 100 }
const panel = (unit: Panel['unit'], kind: Panel['kind'] = 'lines'): Panel => ({
  id: 'p',
  title: 'P',
  about: '',
  kind,
  unit,
  width: 'half',
  series: [{ path: 'cpu.utilization', name: 'A', colour: 'blue' }],
})
const frame = (values: (number | null)[], gaps: Frame['gaps'] = []): Frame => ({ time: values.map((_, i) => i), columns: [values], gaps })
const data = (of: Panel, shown: Frame, max?: number, other?: Frame): Parameters<typeof dataOption>[0] => ({ panel: of, frame: shown, other, range, max, palette })
const look = { utc: false, other: false, doubtful: false }
const axis = (unit: Panel['unit'], values: (number | null)[], max?: number): unknown => dataOption(data(panel(unit), frame(values), max)).yAxis

describe('the value axis', () => {
  it('of memory has ticks at powers of two, and its end only where there is room', () => {
    const gib = 2 ** 30
    expect(axis('bytes', [gib], 15.6 * gib)).toMatchObject({ max: 15.6 * gib, interval: 4 * gib, axisLabel: { showMaxLabel: true } })
    expect(axis('bytes', [gib], 16.2 * gib)).toMatchObject({ interval: 4 * gib, axisLabel: { showMaxLabel: false } })
  })

  it('of bytes whose end is not known has ticks at powers of two too', () => {
    expect(axis('bytesPerSecond', [0, 100_000])).toMatchObject({ max: 131_072, interval: 32_768 })
  })

  it('of a ratio has quarters', () => {
    expect(axis('ratio', [0.5], 1)).toMatchObject({ max: 1, interval: 0.25 })
  })

  it('of nothing but zeros does not go down to fractions, and that of nothing has no labels', () => {
    expect(axis('perSecond', [0, 0])).toMatchObject({ max: 1, interval: 0.5, axisLabel: { show: true } })
    expect(axis('perSecond', [null])).toMatchObject({ axisLabel: { show: false } })
    expect(axis('perSecond', [0, 7])).toMatchObject({ max: null, interval: null })
  })
})

describe('a chart', () => {
  it('names a gap where there is room for the words', () => {
    const gaps: Frame['gaps'] = [
      { from: 0, to: 5, reason: 'missing' },
      { from: 20, to: 60, reason: 'unobserved' },
    ]
    const { series } = dataOption(data(panel('ratio'), frame([1], gaps), 1))
    expect(series).toMatchObject([
      { markArea: { data: [[{ xAxis: 0, label: { show: false } }, { xAxis: 5 }], [{ name: 'not observed', label: { show: true } }, {}]] } },
    ])
  })

  it('draws no line across what is absent', () => {
    expect(baseOption(panel('ratio'), palette, look).series).toMatchObject([{ connectNulls: false }, { id: 'gaps' }])
  })

  it('lays another time over it as dashed lines, a stack as its top', () => {
    const two = (kind: Panel['kind']): Panel => ({ ...panel('ratio', kind), series: [panel('ratio').series, panel('ratio').series].flat() })
    const other: Frame = { time: [1], columns: [[0.25], [0.5]], gaps: [] }
    const columns = (kind: Panel['kind']): unknown => (dataOption(data(two(kind), other, 1, other)).dataset as unknown[])[1]
    expect(columns('lines')).toEqual({ source: { time: [1], o0: [0.25], o1: [0.5] } })
    expect(columns('stack')).toEqual({ source: { time: [1], o0: [0.75] } })
    expect(baseOption(two('stack'), palette, { ...look, other: true }).series).toMatchObject([{}, {}, { id: 'o0', lineStyle: { type: 'dashed' } }, {}])
  })

  it('draws no edge around a part that is zero, which would hide the part below', () => {
    const edges = (values: number[]): unknown => dataOption(data(panel('ratio', 'stack'), frame(values), 1)).series
    expect(edges([0, 0])).toMatchObject([{ lineStyle: { width: 0 } }, {}])
    expect(edges([0, 0.4])).toMatchObject([{ lineStyle: { width: 1 } }, {}])
  })
})
