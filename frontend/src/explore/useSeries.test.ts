import { expect, it } from 'vitest'
import { merge } from './useSeries'

it('hosts whose samples fall between each other share an axis without breaking their lines', () => {
  const a = { time: [10, 20, 30], columns: [[1, null, 3]], gaps: [] }
  const b = { time: [15, 25], columns: [[7, 8]], gaps: [] }
  expect(merge([a, b])).toEqual({ time: [10, 15, 20, 25, 30], columns: [[1, 1, null, null, 3], [null, 7, 7, 8, null]], gaps: [] })
})

it('one frame is itself, none is empty', () => {
  const a = { time: [1], columns: [[1]], gaps: [] }
  expect(merge([a])).toBe(a)
  expect(merge([])).toEqual({ time: [], columns: [], gaps: [] })
})
