import { describe, expect, it } from 'vitest'
import type { Events } from '@/api/events.gen'
import type { LiveMessage, SampleTopic } from '@/api/messages'
import { LiveSession } from './session'

const SYSTEM = 'perfwatch.system.v1'

function event(sequence: number): Events[typeof SYSTEM] {
  const time = new Date(Date.UTC(2026, 2, 1, 12, 0, sequence)).toISOString()
  return { host: 'web-1', probe: 'sampler', run: 'a', sequence, time }
}

function sample(sequence: number, topic: SampleTopic = SYSTEM): LiveMessage {
  return { type: 'sample', topic, host: 'web-1', cursor: { [`${topic}-0`]: sequence + 100 }, event: event(sequence) }
}

function session(keptSeconds = 10): LiveSession {
  return new LiveSession({ hosts: ['web-1'], topics: [SYSTEM, 'perfwatch.counters.v1'], replaySeconds: 60, keptSeconds })
}

const sequences = (of: LiveSession): number[] => [...of.samples('web-1', SYSTEM)].map((s) => s.event.sequence)

describe('a live session', () => {
  it('asks for a replay first, and goes on from its cursor after that', () => {
    const live = session()
    expect(live.subscription()).toMatchObject({ hosts: ['web-1'], replaySeconds: 60 })
    live.accept({ type: 'replay', topic: SYSTEM, host: 'web-1', cursor: { 'perfwatch.system.v1-0': 3 }, events: [event(1)] }, 0)
    live.accept(sample(2, 'perfwatch.counters.v1'), 0)
    live.accept(sample(2), 0)
    const again = live.subscription()
    expect(again).not.toHaveProperty('replaySeconds')
    expect(again.cursor).toEqual({ 'perfwatch.system.v1-0': 102, 'perfwatch.counters.v1-0': 102 })
  })

  it('knows where to go on even if nothing came since it subscribed', () => {
    const live = session()
    live.accept({ type: 'subscribed', cursor: { 'perfwatch.system.v1-0': 7 } }, 0)
    expect(live.subscription().cursor).toEqual({ 'perfwatch.system.v1-0': 7 })
  })

  it('takes each sample once, also when a resumed stream overlaps', () => {
    const live = session()
    for (const sequence of [1, 2, 3]) live.accept(sample(sequence), 0)
    live.accept({ type: 'replay', topic: SYSTEM, host: 'web-1', cursor: {}, events: [event(2), event(3), event(4)] }, 0)
    expect(sequences(live)).toEqual([1, 2, 3, 4])
  })

  it('keeps no more than it was told', () => {
    const live = session(3)
    for (let sequence = 1; sequence <= 50; sequence++) live.accept(sample(sequence), 0)
    expect(sequences(live)).toEqual([48, 49, 50])
  })

  it('keeps what comes rarely no longer than what comes often', () => {
    const live = session(20)
    for (let second = 0; second <= 50; second += 5) live.accept(sample(second), 0)
    expect(sequences(live)).toEqual([30, 35, 40, 45, 50])
  })

  it('reads from a time on, and a little before it', () => {
    const live = session(1000)
    for (let sequence = 0; sequence < 900; sequence++) live.accept(sample(sequence), 0)
    const at = (sequence: number): number => Date.parse(event(sequence).time)
    const read = (time: number): number[] => [...live.since('web-1', SYSTEM, time)].map((s) => s.event.sequence)
    expect([read(at(800))[0], read(at(800)).at(-1)]).toEqual([680, 899])
    expect(read(at(50))).toHaveLength(900)
    expect([...live.since('web-2', SYSTEM, 0)]).toEqual([])
  })

  it('takes the age from live samples only, since a replayed one is old already', () => {
    const live = session()
    live.accept({ type: 'replay', topic: SYSTEM, host: 'web-1', cursor: {}, events: [event(1)] }, 500)
    expect(live.receivedAt('web-1')).toBeUndefined()
    live.accept(sample(2), 1500)
    expect(live.receivedAt('web-1')).toBe(1500)
    expect(live.hosts()).toEqual(['web-1'])
  })

  it('counts what it was not sent', () => {
    const live = session()
    live.accept({ type: 'dropped', topic: SYSTEM, host: 'web-1', count: 4 }, 0)
    live.accept({ type: 'gap', topic: SYSTEM, partition: 0, from: 1, to: 5, reason: 'retention' }, 0)
    live.accept({ type: 'problem', title: 'Bad Request', detail: 'no such topic', status: 400 }, 0)
    expect(live.losses).toEqual({ dropped: 4, gaps: 1, problem: 'Bad Request: no such topic' })
  })
})
