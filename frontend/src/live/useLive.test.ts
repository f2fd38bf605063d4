// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FakeSocket} from '@/testing/FakeSocket';
import { fakeSockets } from '@/testing/FakeSocket'
import { useConnection } from '@/stores/connection'
import { setup } from '@/testing/mount'
import { LiveSession } from './session'
import { reconnectDelay, useLive, type Live } from './useLive'

const TOPIC = 'perfwatch.system.v1'
let sockets: FakeSocket[]

beforeEach(() => {
  vi.useFakeTimers()
  sockets = fakeSockets()
})
afterEach(() => { vi.useRealTimers() })

function start(): Promise<Live<LiveSession>> {
  return setup(() => useLive(new LiveSession({ hosts: ['web-1'], topics: [TOPIC], replaySeconds: 60, keptSeconds: 10 })))
}

function sample(sequence: number): object {
  const event = { host: 'web-1', probe: 'sampler', run: 'a', sequence, time: new Date(1_700_000_000_000 + sequence * 1000).toISOString() }
  return { type: 'sample', topic: TOPIC, host: 'web-1', cursor: { [`${TOPIC}-0`]: sequence + 1 }, event }
}

it('subscribes when it is connected', async () => {
  const live = await start()
  expect(sockets[0]?.url).toMatch(/^ws:\/\/.*\/api\/v1\/live$/)
  expect(live.connection.value).toBe('connecting')
  sockets[0]?.accept()
  expect(live.connection.value).toBe('connected')
  expect(sockets[0]?.sent).toEqual([{ type: 'subscribe', hosts: ['web-1'], topics: [TOPIC], replaySeconds: 60 }])
})

it('reconnects by itself and goes on after the last sample', async () => {
  const live = await start()
  sockets[0]?.accept()
  sockets[0]?.say(sample(7))
  sockets[0]?.break()
  expect(live.connection.value).toBe('reconnecting')
  await vi.advanceTimersByTimeAsync(1000)
  sockets[1]?.accept()
  expect(live.connection.value).toBe('connected')
  expect(sockets[1]?.sent).toMatchObject([{ cursor: { [`${TOPIC}-0`]: 8 } }])
  sockets[1]?.say({ ...sample(8), type: 'replay', events: [sample(8)] })
  sockets[1]?.say({ type: 'subscribed', cursor: {} })
  expect(live.outage.value).toMatchObject({ recovered: 1, incomplete: false })
})

it('keeps trying, calls a long silence lost, and tries at once when asked', async () => {
  const live = await start()
  sockets[0]?.accept()
  sockets[0]?.break()
  for (let second = 0; second < 16; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    if (sockets.at(-1)?.readyState === 0) sockets.at(-1)?.break()
  }
  expect(live.connection.value).toBe('lost')
  const tried = sockets.length
  expect(tried).toBeGreaterThan(3)
  useConnection().retry?.()
  expect(sockets).toHaveLength(tried + 1)
})

it('changes once a frame, however much comes', async () => {
  const live = await start()
  sockets[0]?.accept()
  const frames: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  sockets[0]?.say({ ...sample(1), type: 'replay', events: [] })
  expect(frames, 'not before the replay is over').toHaveLength(0)
  sockets[0]?.say({ type: 'subscribed', cursor: {} })
  for (let sequence = 1; sequence <= 5; sequence++) sockets[0]?.say(sample(sequence))
  expect(frames).toHaveLength(1)
  frames[0]?.()
  expect(live.session.value.samples('web-1', TOPIC)).toHaveLength(5)
  sockets[0]?.say(sample(6))
  expect(frames).toHaveLength(2)
})

it('does not stumble over a message that it does not know', async () => {
  const live = await start()
  sockets[0]?.accept()
  sockets[0]?.say({ type: 'something newer' })
  sockets[0]?.say(sample(1))
  expect(live.session.value.hosts()).toEqual(['web-1'])
})

it('waits longer each time, within bounds, and never for the same time as everybody else', () => {
  expect([1, 2, 3, 9].map((retries) => reconnectDelay(retries, 1))).toEqual([500, 1000, 2000, 10_000])
  expect(reconnectDelay(1, 0)).toBe(250)
})
