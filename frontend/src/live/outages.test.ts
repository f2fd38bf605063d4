import { expect, it } from 'vitest'
import type { LiveMessage } from '@/api/messages'
import { Outages } from './outages'

const replay = (count: number): LiveMessage => ({ type: 'replay', topic: 'perfwatch.system.v1', host: 'a', cursor: {}, events: Array(count).fill({}) as never })
const gap: LiveMessage = { type: 'gap', topic: 'perfwatch.system.v1', partition: 0, from: 1, to: 2, reason: 'retention' }
const subscribed: LiveMessage = { type: 'subscribed', cursor: {} }

it('says nothing of a connection that was never gone', () => {
  expect(new Outages().accept(subscribed, 5)).toBeUndefined()
})

it('counts what was fetched again, and tells what could not be', () => {
  const outages = new Outages()
  outages.begin(1000)
  outages.begin(1500)
  expect(outages.accept(replay(3), 4000)).toBeUndefined()
  expect(outages.accept(gap, 4000)).toBeUndefined()
  expect(outages.accept(replay(2), 4000)).toBeUndefined()
  expect(outages.accept(subscribed, 4200)).toEqual({ from: 1000, to: 4200, recovered: 5, incomplete: true })
  expect(outages.accept(subscribed, 4300)).toBeUndefined()
})
