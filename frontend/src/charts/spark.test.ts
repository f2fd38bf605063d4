import { expect, it } from 'vitest'
import { sparkPath } from './spark'

it('a sparkline ends at the right and is broken where there is no value', () => {
  expect(sparkPath([0, 0.5, null, 1, 2], 1, 5, 40, 20)).toBe('M0.0 20.0L10.0 10.0M30.0 0.0L40.0 0.0')
  expect(sparkPath([1], 1, 5, 40, 20)).toBe('M40.0 0.0')
  expect(sparkPath([], 1, 5, 40, 20)).toBe('')
})
