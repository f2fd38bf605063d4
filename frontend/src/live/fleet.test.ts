import { expect, it } from 'vitest'
import type { FleetMessage } from '@/api/messages'
import { FleetSession } from './fleet'

const CPU = 'cpu.utilization'
const frame = (cpu: (number | null)[], hosts?: string[]): FleetMessage => ({
  type: 'fleet',
  time: '1970-01-01T00:00:00Z',
  ...(hosts && { hosts }),
  columns: { state: cpu.map((value) => (value === null ? 'gone' : 'up')), [CPU]: cpu },
})

it('reads the values of a host from the columns, also while the names are not sent again', () => {
  const fleet = new FleetSession(CPU, 10)
  expect(fleet.ready).toBe(false)
  fleet.accept(frame([0.1, 0.2], ['a', 'b']))
  fleet.accept(frame([0.3, null]))
  expect([fleet.value('a', CPU), fleet.value('b', CPU), fleet.value('c', CPU), fleet.value('a', 'x.y')]).toEqual([0.3, null, null, null])
  expect([fleet.state('a'), fleet.state('b'), fleet.state('c')]).toEqual(['up', 'gone', undefined])
})

it('keeps the history of each host when the set of hosts changes, bounded', () => {
  const fleet = new FleetSession(CPU, 3)
  fleet.accept(frame([0.1], ['b']))
  fleet.accept(frame([0.9, 0.2], ['a', 'b']))
  expect(fleet.history('b')).toEqual([0.1, 0.2])
  expect(fleet.history('a')).toEqual([null, 0.9])
  for (let second = 0; second < 9; second++) fleet.accept(frame([0.5, 0.6]))
  expect(fleet.history('b')).toEqual([0.6, 0.6, 0.6])
})

it('begins the history with what was before the first frame, as far as there is room', () => {
  const fleet = new FleetSession(CPU, 4)
  fleet.accept(frame([0.5], ['a']))
  fleet.recall('a', [0.1, 0.2, 0.3, 0.4])
  expect(fleet.history('a')).toEqual([0.2, 0.3, 0.4, 0.5])
  for (let second = 0; second < 3; second++) fleet.accept(frame([0.6]))
  expect(fleet.history('a')).toEqual([0.5, 0.6, 0.6, 0.6])
})
