import { describe, expect, it } from 'vitest'
import { breakAtGaps, clip, joinFrames, nearestRow, newestRow, shift, spansBelow, toFrame, type Frame, type Sample } from './frame'

const START = Date.parse('2026-03-01T12:00:00.000Z')
const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER }
const NOTHING = {}

function sample(second: number, sequence: number, run = 'a', families: object = cpu(second / 10)): Sample {
  const time = START + second * 1000
  return { time, event: { host: 'web-1', run, sequence, time: new Date(time).toISOString(), ...families } }
}

function cpu(utilization: number, intervalSeconds = 1): object {
  return { cpu: { intervalSeconds, utilization } }
}

const frame = (samples: Sample[], range = ALL): Frame => toFrame(samples, 'cpu', ['cpu.utilization', 'cpu.userRatio'], range)
const seconds = ({ time }: Frame): number[] => time.map((t) => (t - START) / 1000)

describe('toFrame', () => {
  it('makes a column for each path, null where an event has no value', () => {
    expect(frame([sample(1, 1), sample(2, 2), sample(3, 3)])).toEqual({
      time: [START + 1000, START + 2000, START + 3000],
      columns: [
        [0.1, 0.2, 0.3],
        [null, null, null],
      ],
      gaps: [],
    })
  })

  it('breaks the line where an event was lost, however short', () => {
    const { columns, gaps, time } = frame([sample(1, 1), sample(2.9, 3)])
    expect(gaps).toEqual([{ from: START + 1000, to: START + 2900, reason: 'missing' }])
    expect(columns[0]).toEqual([0.1, null, 0.29])
    expect(time[1]).toBe(START + 1950)
  })

  it('tells a time in which nobody looked from one that was lost', () => {
    expect(frame([sample(1, 7), sample(9, 1, 'b')]).gaps).toEqual([
      { from: START + 1000, to: START + 9000, reason: 'unobserved' },
    ])
  })

  it('draws on over a restart that cost no sample', () => {
    expect(frame([sample(1, 7), sample(2, 1, 'b')]).gaps).toEqual([])
  })

  it('shows a family that was left out for a while as a gap', () => {
    const without = (second: number): Sample => sample(second, second, 'a', NOTHING)
    const shown = frame([sample(1, 1), without(2), without(3), without(4), sample(5, 5)])
    expect(seconds(shown)).toEqual([1, 3, 5])
    expect(shown.gaps.map((gap) => gap.reason)).toEqual(['unobserved'])
  })

  it('draws a family that is due only every few ticks as one line', () => {
    const shown = frame([
      sample(0, 1, 'a', cpu(1, 3)),
      sample(1, 2, 'a', NOTHING),
      sample(2, 3, 'a', NOTHING),
      sample(3, 4, 'a', cpu(1, 3)),
    ])
    expect(seconds(shown)).toEqual([0, 3])
    expect(shown.gaps).toEqual([])
  })

  it('keeps to its range', () => {
    const range = { from: START + 2000, to: START + 3000 }
    expect(seconds(frame([sample(1, 1), sample(2, 2), sample(3, 3), sample(4, 4)], range))).toEqual([2, 3])
  })

  it('is empty without samples', () => {
    expect(frame([])).toEqual({ time: [], columns: [[], []], gaps: [] })
  })
})

describe('history and live', () => {
  const live: Frame = { time: [30, 40], columns: [[3, 4]], gaps: [] }

  it('meet where live begins', () => {
    const history: Frame = { time: [10, 20, 30], columns: [[1, 2, 2.9]], gaps: [{ from: 22, to: 35, reason: 'pending' }] }
    expect(joinFrames(history, live)).toEqual({
      time: [10, 20, 30, 40],
      columns: [[1, 2, 3, 4]],
      gaps: [{ from: 22, to: 30, reason: 'pending' }],
    })
  })

  it('are each shown alone while the other is not there', () => {
    expect(joinFrames(undefined, live)).toBe(live)
    const history: Frame = { time: [10], columns: [[1]], gaps: [] }
    expect(joinFrames(history, { time: [], columns: [[]], gaps: [] })).toBe(history)
  })
})

describe('a frame', () => {
  it('is broken at its gaps', () => {
    const broken = breakAtGaps({ time: [10, 50], columns: [[1, 2]], gaps: [{ from: 10, to: 50, reason: 'missing' }] })
    expect(broken).toMatchObject({ time: [10, 30, 50], columns: [[1, null, 2]] })
  })

  it('cuts gaps to a range and leaves out what is outside', () => {
    const gaps = [
      { from: 0, to: 5, reason: 'missing' as const },
      { from: 8, to: 20, reason: 'pending' as const },
    ]
    expect(clip(gaps, { from: 6, to: 10 })).toEqual([{ from: 8, to: 10, reason: 'pending' }])
  })

  it('finds the row nearest to a time', () => {
    expect([0, 14, 16, 99].map((at) => nearestRow([10, 20, 30], at))).toEqual([0, 0, 1, 2])
    expect(nearestRow([], 5)).toBe(-1)
  })

  it('finds the newest row that has a value', () => {
    expect(newestRow({ time: [1, 2, 3], columns: [[1, 2, null]], gaps: [] })).toBe(1)
    expect(newestRow({ time: [1], columns: [[null]], gaps: [] })).toBe(-1)
  })
})

describe('a counter that shared the hardware', () => {
  it('is doubted while it had too little of it', () => {
    const frame: Frame = { time: [10, 20, 30, 40, 50], columns: [[1, 0.2, 0.1, null, 0.3]], gaps: [] }
    expect(spansBelow(frame, frame.columns[0] ?? [], 0.35)).toEqual([{ from: 20, to: 30 }, { from: 50, to: 50 }])
  })
})

it('yesterday is laid over today', () => {
  const gaps = [{ from: 1, to: 2, reason: 'missing' as const }]
  expect(shift({ time: [1, 2], columns: [[7, 8]], gaps }, 100)).toEqual({ time: [101, 102], columns: [[7, 8]], gaps: [{ from: 101, to: 102, reason: 'missing' }] })
})
