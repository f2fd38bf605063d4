// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { FleetSession } from '@/live/fleet'
import { setup } from '@/testing/mount'
import { useRecall } from './useRecall'

const NOON = Date.parse('2026-03-01T12:00:00Z')
const CPU = 'cpu.utilization'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('fills the minute before of every host, in spans as wide as the gateway likes', async () => {
  const asked: URL[] = []
  const spans = Array.from({ length: 20 }, (_, index) => index / 100)
  vi.stubGlobal('fetch', vi.fn(({ url }: Request) => {
    asked.push(new URL(url))
    return Promise.resolve(Response.json({
      from: NOON - 60_000, until: NOON, tier: 'raw', spanSeconds: 3, time: spans.map((_, index) => NOON - 60_000 + index * 3000), gaps: [],
      series: ['early', 'late'].map((host) => ({ host, metric: CPU, min: spans, avg: spans, max: spans })),
    }))
  }))
  const fleet = new FleetSession(CPU, 60)
  fleet.accept({ type: 'fleet', time: new Date(NOON).toISOString(), hosts: ['early', 'late'], columns: { [CPU]: [0.5, 0.6] } } as never)

  await setup(() => { useRecall(() => fleet, CPU, () => ['early', 'late']) })

  await vi.waitFor(() => { expect(fleet.history('late')).toHaveLength(60) })
  expect(fleet.history('late').slice(-3)).toEqual([0.19, 0.19, 0.6])
  expect(fleet.history('early').every((value) => value !== null)).toBe(true)
  const ours = asked.filter((address) => address.searchParams.getAll('host').includes('late'))
  expect(ours.map((address) => address.searchParams.get('points'))).toEqual(['30'])
})
