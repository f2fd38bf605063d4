import { expect, it } from 'vitest'
import { wrongRetention } from './retention'

const DAY = 86_400

it('a coarser tier is kept at least as long as a finer one', () => {
  expect(wrongRetention({ rawSeconds: 2 * DAY, minuteSeconds: 30 * DAY, hourSeconds: 730 * DAY })).toBeUndefined()
  expect(wrongRetention({ rawSeconds: 31 * DAY, minuteSeconds: 30 * DAY, hourSeconds: 730 * DAY })).toContain('coarser')
})

it.each([Number.NaN, 0, -5])('%d seconds are no time to keep anything', (rawSeconds) => {
  expect(wrongRetention({ rawSeconds, minuteSeconds: DAY, hourSeconds: DAY })).toContain('at least an hour')
})
