import { expect, it } from 'vitest'
import { heatPixels, heatScale, parseRgb } from './heat'

const scale = heatScale([
  [0, 0, 0],
  [100, 0, 0],
  [200, 0, 0],
])

it('a colour scale goes through its three stops', () => {
  expect([scale[0], scale[255]]).toEqual([
    [0, 0, 0],
    [200, 0, 0],
  ])
  expect(scale[127]?.[0]).toBeCloseTo(100, -1)
  expect(parseRgb('rgb(1, 22, 255)')).toEqual([1, 22, 255])
})

it('a heat map is transparent where there is no value', () => {
  const frame = { time: [0, 10, 20, 30], columns: [[0, 1, null, 1]], gaps: [] }
  const pixels = heatPixels(frame, { from: 0, to: 40 }, 4, scale)
  const alpha = [3, 7, 11, 15].map((index) => pixels[index])
  // The pixels stand for 5, 15, 25 and 35; after the last sample nothing is known.
  expect(alpha).toEqual([255, 0, 255, 0])
  expect(pixels[0]).toBe(200)
})

it('a value beyond its range has the colour of the end', () => {
  const pixels = heatPixels({ time: [0, 10], columns: [[7, -3]], gaps: [] }, { from: 0, to: 10 }, 2, scale)
  expect([pixels[0], pixels[4]]).toEqual([200, 0])
})
