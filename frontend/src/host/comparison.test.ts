import { describe, expect, it } from 'vitest'
import { growthText, largestChanges, readComparison, type Pair } from './comparison'

const pair = (title: string, before: number | undefined, now: number | undefined, unit: Pair['unit'] = 'perSecond'): Pair => ({ title, unit, before, now })

describe('a comparison in the address', () => {
  it('is an earlier time or another host', () => {
    expect(readComparison('86400', 'web-1')).toEqual({ name: '86400', title: 'Yesterday', host: 'web-1', earlier: 86_400_000 })
    expect(readComparison('5400', 'web-1')).toMatchObject({ title: '90 minutes before', earlier: 5_400_000 })
    expect(readComparison('@web-2', 'web-1')).toMatchObject({ title: 'web-2', host: 'web-2', earlier: 0 })
  })

  it.each(['', '0', '@', 'x', '-5', undefined, null])('is none for %o', (value) => {
    expect(readComparison(value, 'web-1')).toBeUndefined()
  })
})

describe('the changes', () => {
  it('come largest first, a halving as large as a doubling', () => {
    const changes = largestChanges([pair('a', 100, 110), pair('half', 100, 45), pair('twice', 100, 200), pair('new', 0, 50)])
    expect(changes.map(({ title }) => title)).toEqual(['new', 'half', 'twice', 'a'])
  })

  it('leave out what is the same, missing, or noise', () => {
    expect(largestChanges([pair('same', 5, 5), pair('gone', 5, undefined), pair('tiny', 0.001, 0.004, 'ratio')])).toEqual([])
  })

  it('read as a person says them', () => {
    const text = (before: number, now: number): string | undefined => largestChanges([pair('x', before, now)]).map(growthText)[0]?.replace('\u202f', ' ')
    expect([text(100, 50), text(100, 104), text(100, 250), text(10, 400), text(0, 9)]).toEqual(['−50 %', '+4.0 %', '+150 %', '× 40', 'new'])
  })
})
