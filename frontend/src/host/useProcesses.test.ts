// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { computed, shallowRef, triggerRef } from 'vue'
import { CURSOR } from '@/charts/cursor'
import { topics } from '@/families'
import { LiveSession } from '@/live/session'
import { setup } from '@/testing/mount'
import { HOST_DATA, type HostData } from './HostData'
import { useProcesses } from './useProcesses'

const TOPIC = 'perfwatch.processes.v1'
const NOON = Date.parse('2026-03-01T12:00:00Z')

/** In sight from the beginning. */
class Sight {
  constructor(private readonly seen: (entries: { isIntersecting: boolean }[]) => void) {}
  observe(): void {
    this.seen([{ isIntersecting: true }])
  }
  disconnect(): void { /* Nothing is held. */ }
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('shows the newest list at once, however long the gateway thinks about the minute before', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('IntersectionObserver', Sight)
  vi.stubGlobal('fetch', vi.fn(() => new Promise(() => { /* It thinks. */ })))
  const live = new LiveSession({ hosts: ['web-1'], topics, replaySeconds: 0, keptSeconds: 100 })
  const session = shallowRef(live)
  const newestTime = shallowRef(NOON)
  const data = {
    host: 'web-1',
    session,
    choice: computed(() => ({ kind: 'live', name: '5m', span: 300_000 })),
    range: computed(() => ({ from: newestTime.value - 300_000, to: newestTime.value })),
    newestTime: computed(() => newestTime.value),
  } as unknown as HostData

  const { now, before } = await setup(
    () => useProcesses(shallowRef(document.createElement('section'))),
    (app) => app.provide(HOST_DATA, data).provide(CURSOR, { hover: shallowRef(), pinned: shallowRef() }),
  )

  // A tick a second, of which every fifth has a list.
  for (let second = 0; second < 12; second++) {
    newestTime.value = NOON + second * 1000
    if (second % 5 === 0) say(live, second)
    triggerRef(session)
    await vi.advanceTimersByTimeAsync(1000)
  }

  expect(now.value?.processes.map(({ pid, name }) => [pid, name])).toEqual([[42, 'java']])
  expect(now.value?.time).toBe(NOON + 10_000)
  expect(before.value).toBeUndefined()
})

function say(session: LiveSession, second: number): void {
  const time = new Date(NOON + second * 1000).toISOString()
  const event = { host: 'web-1', probe: 'sampler', run: 'a', sequence: second + 1, time, processes: { intervalSeconds: 5, 42: { name: 'java', cpuCores: 1 } } }
  session.accept({ type: 'sample', topic: TOPIC, host: 'web-1', cursor: {}, event }, 0)
}
