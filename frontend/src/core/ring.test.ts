import { describe, expect, it } from 'vitest'
import { RingBuffer } from './ring'

describe('a ring buffer', () => {
  it('keeps the newest, oldest first', () => {
    const ring = new RingBuffer<number>(3)
    for (const n of [1, 2, 3, 4, 5]) ring.push(n)
    expect([...ring]).toEqual([3, 4, 5])
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

  it('refuses to hold nothing', () => {
    expect(() => new RingBuffer(0)).toThrow('at least 1')
  })
})
