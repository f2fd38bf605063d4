import { describe, expect, it } from 'vitest'
import type { LocationQuery } from 'vue-router'
import { DEFAULT_RANGE, pan, PRESETS, readTimeRange, writeTimeRange, zoom, type TimeRange } from './timeRange'

const query = (range: TimeRange): LocationQuery => Object.fromEntries(Object.entries(writeTimeRange(range)).filter(([, value]) => value !== undefined)) as LocationQuery

describe('the time range in the address', () => {
  it.each(PRESETS)('comes back as $name', (preset) => {
    expect(readTimeRange(query(preset))).toEqual(preset)
  })

  it('comes back as the two times of a zoom', () => {
    const chosen = { kind: 'fixed', from: 1_700_000_000_000, to: 1_700_000_060_000 } as const
    expect(readTimeRange(query(chosen))).toEqual(chosen)
  })

  it.each([{}, { range: 'x' }, { range: null }, { range: ['1h', '24h'] }, { from: 'x', to: 'y' }, { from: '2026-01-02', to: '2026-01-01' }])(
    'is five minutes for %o',
    (address) => {
      expect(readTimeRange(address as LocationQuery)).toMatchObject({ kind: 'live', name: '5m' })
    },
  )
})

describe('a step on the time axis', () => {
  const shown = { from: 100_000, to: 200_000 }
  const fixed: TimeRange = { kind: 'fixed', ...shown }

  it('zooms about what is under the cursor, which stays there', () => {
    expect(zoom(fixed, shown, 0.5, 125_000)).toEqual({ kind: 'fixed', from: 112_500, to: 162_500 })
    expect(zoom(fixed, shown, 2)).toEqual({ kind: 'fixed', from: 50_000, to: 250_000 })
  })

  it('goes to the next preset while live, and no further than the last', () => {
    expect(zoom(DEFAULT_RANGE, shown, 0.5)).toMatchObject({ name: '1m' })
    expect(zoom(DEFAULT_RANGE, shown, 2)).toMatchObject({ name: '15m' })
    expect(zoom(PRESETS[0], shown, 0.5)).toBe(PRESETS[0])
  })

  it('never zooms into less than the samples have', () => {
    expect(zoom(fixed, shown, 0.0001, 150_000)).toEqual({ kind: 'fixed', from: 147_500, to: 152_500 })
  })

  it('goes earlier from live, and later only as far as there is something', () => {
    expect(pan(DEFAULT_RANGE, shown, -0.5, 200_000)).toEqual({ kind: 'fixed', from: 50_000, to: 150_000 })
    expect(pan(fixed, shown, 0.5, 220_000)).toEqual({ kind: 'fixed', from: 120_000, to: 220_000 })
    expect(pan(DEFAULT_RANGE, shown, 0.5, 200_000)).toBe(DEFAULT_RANGE)
  })
})
