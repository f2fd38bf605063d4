import { describe, expect, it } from 'vitest'
import { PRESETS, readTimeRange, writeTimeRange } from './timeRange'

describe('the time range in the address', () => {
  it.each(PRESETS)('comes back as $name', (preset) => {
    expect(readTimeRange(writeTimeRange(preset))).toEqual(preset)
  })

  it('comes back as the two times of a zoom', () => {
    const zoom = { kind: 'fixed', from: 1_700_000_000_000, to: 1_700_000_060_000 } as const
    expect(readTimeRange(writeTimeRange(zoom))).toEqual(zoom)
  })

  it.each([{}, { range: 'x' }, { range: null }, { range: ['1h', '24h'] }, { from: 'x', to: 'y' }, { from: '2026-01-02', to: '2026-01-01' }])(
    'is five minutes for %o',
    (query) => {
      expect(readTimeRange(query)).toMatchObject({ kind: 'live', name: '5m' })
    },
  )
})
