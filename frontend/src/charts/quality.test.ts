import { expect, it } from 'vitest'
import type { Frame } from '@/core/frame'
import type { Panel } from '@/families/types'
import { doubts, leastRunning, qualityOf } from './quality'

const panel = { series: [{ path: 'counters.instructionsPerCycle', name: 'IPC', colour: 'blue' }], runningRatios: ['counters[cycles].runningRatio', 'counters[instructions].runningRatio'] } as unknown as Panel
const frame: Frame = { time: [1, 2, 3], columns: [[1, 1, 1], [1, 0.5, 0.1], [1, 0.9, 0.9]], gaps: [] }

it('a counter is as good as the least of its inputs', () => {
  expect([0, 1, 2].map((row) => qualityOf(leastRunning(panel, frame, row)))).toEqual(['exact', 'scaled', 'unreliable'])
  expect(doubts(panel, frame)).toEqual([{ from: 3, to: 3, reason: 'unreliable' }])
})

it('what is no counter is never doubted', () => {
  const plain = { ...panel, runningRatios: [] }
  expect(qualityOf(leastRunning(plain, frame, 2))).toBe('exact')
  expect(doubts(plain, frame)).toEqual([])
})
