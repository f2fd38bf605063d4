import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { schedule, unschedule } from './schedule'

let frames: (() => void)[]
let clock = 0

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
})
afterEach(() => {
  while (frames.length > 0) nextFrame()
  vi.unstubAllGlobals()
})

const nextFrame = (): void => { frames.shift()?.() }

it('spreads what takes long over several frames, in order', () => {
  const drawn: string[] = []
  for (const name of ['a', 'b', 'c']) schedule({ name }, () => { clock += 5; drawn.push(name) })
  expect(frames).toHaveLength(1)
  nextFrame()
  expect(drawn).toEqual(['a', 'b'])
  nextFrame()
  expect(drawn).toEqual(['a', 'b', 'c'])
  expect(frames).toHaveLength(0)
})

it('lets nobody wait for ever, however often the first ones come again', () => {
  const drawn: string[] = []
  const charts = ['a', 'b', 'c'].map((name) => ({ name }))
  const tick = (): void => { for (const chart of charts) schedule(chart, () => { clock += 9; drawn.push(chart.name) }) }
  for (let second = 0; second < 3; second++) {
    tick()
    nextFrame()
  }
  expect(drawn).toEqual(['a', 'b', 'c'])
})

it('draws only the newest of a chart, and nothing of one that is gone', () => {
  const drawn: number[] = []
  const [chart, gone] = [{}, {}]
  schedule(chart, () => drawn.push(1))
  schedule(gone, () => drawn.push(9))
  schedule(chart, () => drawn.push(2))
  unschedule(gone)
  nextFrame()
  expect(drawn).toEqual([2])
})
