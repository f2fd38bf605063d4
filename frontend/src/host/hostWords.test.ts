import { describe as group, expect, it } from 'vitest'
import { describe, shownState, stateAfter } from './hostWords'

group('a host', () => {
  it.each([
    [0, 'up'],
    [4999, 'up'],
    [5000, 'late'],
    [60_000, 'gone'],
  ])('silent for %d ms is %s', (age, state) => {
    expect(stateAfter(age)).toBe(state)
  })

  it('is not called late while it is the browser that hears nothing', () => {
    expect(shownState(9000, true).text).toBe('Late')
    expect(shownState(9000, false).text).toBe('Not known')
    expect(shownState(900, false).text).toBe('Up')
  })

  it('is described by what is known of it', () => {
    const operatingSystem = { name: 'Debian 12', kernel: '6.1.0', architecture: 'amd64' }
    const said = { host: 'web-1', run: 'a', sequence: 1, time: '2026-03-01T12:00:00.000Z', version: '1' }
    const counting = { ...said, probe: 'perf-counter', operatingSystem }
    const sampling = { ...said, probe: 'sampler', operatingSystem, hardware: { cores: 1, threads: 2, memoryBytes: 2 ** 34 } }
    expect(describe({ probes: [counting, sampling] })).toEqual([
      { name: 'System', value: 'Debian 12' },
      { name: 'Kernel', value: '6.1.0 amd64' },
      { name: 'Cores', value: '1 core, 2 threads' },
      { name: 'Memory', value: '16\u202fGiB' },
    ])
    expect(describe({ probes: [] })).toEqual([])
    expect(describe({ probes: [{ ...counting, operatingSystem: { ...operatingSystem, virtualization: 'none' } }] })).toContainEqual({ name: 'Runs on', value: 'bare metal' })
  })
})
