import { describe, expect, it } from 'vitest'
import { RingBuffer } from './ring'

describe('a ring buffer', () => {
  it('keeps the newest, oldest first', () => {
    const ring = new RingBuffer<number>(3)
    for (const n of [1, 2, 3, 4, 5]) ring.push(n)
    expect([...ring]).toEqual([3, 4, 5])
    expect([[...ring.from(1)], [...ring.from(-9)], [...ring.from(3)]]).toEqual([[4, 5], [3, 4, 5], []])
    expect([ring.at(0), ring.at(-1), ring.at(3), ring.at(-4)]).toEqual([3, 5, undefined, undefined])
  })

  it('holds less than its capacity until it is full', () => {
    const ring = new RingBuffer<number>(3)
    expect(ring.at(-1)).toBeUndefined()
    ring.push(1)
    expect([...ring]).toEqual([1])
  })

  it('does not grow over a day of samples', () => {
    const ring = new RingBuffer<number>(900)
    for (let n = 0; n < 86_400; n++) ring.push(n)
    expect([ring.length, ring.at(0), ring.at(-1)]).toEqual([900, 85_500, 86_399])
  })

  it('lets go of the oldest, and takes as many again', () => {
    const ring = new RingBuffer<number>(3)
    expect(ring.shift()).toBeUndefined()
    for (const n of [1, 2, 3, 4]) ring.push(n)
    expect([ring.shift(), ring.shift(), ring.length, ring.at(0), ring.at(1)]).toEqual([2, 3, 1, 4, undefined])
    for (const n of [5, 6]) ring.push(n)
    expect([...ring]).toEqual([4, 5, 6])
    for (let n = 0; n < 3; n++) ring.shift()
    expect([ring.length, ring.shift(), [...ring]]).toEqual([0, undefined, []])
  })

  it('refuses to hold nothing', () => {
    expect(() => new RingBuffer(0)).toThrow('at least 1')
  })
})
