// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { shallowRef, triggerRef } from 'vue'
import { topics } from '@/families'
import { LiveSession } from '@/live/session'
import { setup } from '@/testing/mount'
import { usePanels } from './usePanels'

const TOPIC = 'perfwatch.system.v1'

function start(): { session: LiveSession; say: (sequence: number, families: object) => void } {
  const session = new LiveSession({ hosts: ['web-1'], topics, replaySeconds: 0, keptSeconds: 200 })
  const say = (sequence: number, families: object): void => {
    const time = new Date(1_700_000_000_000 + sequence * 1000).toISOString()
    const event = { host: 'web-1', probe: 'sampler', run: 'a', sequence, time, ...families }
    session.accept({ type: 'sample', topic: TOPIC, host: 'web-1', cursor: {}, event }, 0)
  }
  return { session, say }
}

const disks = (...names: string[]): object => ({ disks: { intervalSeconds: 1, ...Object.fromEntries(names.map((name) => [name, { utilization: 0 }])) } })

it('a device that was seen keeps its place, also while it is not due or gone', async () => {
  const { session, say } = start()
  const ref = shallowRef(session)
  const panels = await setup(() => usePanels(ref, 'web-1'))
  const shown = (): string[] => {
    triggerRef(ref)
    return panels.value.find(({ panel }) => panel.id === 'disk-utilization')?.panel.series.map(({ name }) => name) ?? []
  }
  expect(shown()).toEqual([])
  say(1, disks('vdb', 'vda'))
  say(2, {})
  expect(shown()).toEqual(['vda', 'vdb'])
  say(3, disks('vda'))
  expect(shown()).toEqual(['vda', 'vdb'])
})

it('nothing is built anew while no device comes', async () => {
  const { session, say } = start()
  const ref = shallowRef(session)
  const panels = await setup(() => usePanels(ref, 'web-1'))
  say(1, disks('vda'))
  triggerRef(ref)
  const before = panels.value
  say(2, disks('vda'))
  triggerRef(ref)
  expect(panels.value).toBe(before)
})

it('a chart without anything to draw has no place', async () => {
  const { session } = start()
  const panels = await setup(() => usePanels(shallowRef(session), 'web-1'))
  expect(panels.value.filter(({ panel }) => panel.series.length === 0)).toEqual([])
  expect(panels.value.map(({ panel }) => panel.id)).toContain('cpu')
})
