import { describe, expect, it } from 'vitest'
import { format, formatAge, formatAgo, formatTick } from './units'

const plain = (text: string): string => text.replaceAll('\u202f', ' ')

describe('a value', () => {
  it.each([
    [0.25, 'ratio', '25.0 %'],
    [0, 'ratio', '0.0 %'],
    [0, 'bytes', '0 B'],
    [1023, 'bytes', '1023 B'],
    [1536, 'bytes', '1.50 KiB'],
    [17_179_869_184, 'bytes', '16 GiB'],
    [12_345, 'perSecond', '12.3 k/s'],
    [999.7, 'perSecond', '1.00 k/s'],
    [3.4e9, 'hertz', '3.40 GHz'],
    [1.234, 'cores', '1.23 CPUs'],
    [99.97, 'perSecond', '100 /s'],
  ] as const)('%d as %s reads %s', (value, unit, text) => {
    expect(plain(format(value, unit))).toBe(text)
  })

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('that is %s is a dash, not a zero', (value) => {
    expect(format(value, 'ratio')).toBe('–')
  })

  it('on an axis has no digits too many', () => {
    expect([0, 0.25, 0.125, 1].map((v) => plain(formatTick(v, 'ratio')))).toEqual(['0', '25 %', '12.5 %', '100 %'])
    expect([2 ** 30, 1.5 * 2 ** 30].map((v) => plain(formatTick(v, 'bytes')))).toEqual(['1 GiB', '1.5 GiB'])
    expect(plain(formatTick(200, 'perSecond'))).toBe('200 /s')
  })
})

describe('an age', () => {
  it.each([
    [-200, '0 s'],
    [840, '0.8 s'],
    [3000, '3 s'],
    [12_300, '12 s'],
    [180_000, '3 min'],
    [7_300_000, '2 h'],
    [400_000_000, '5 d'],
  ])('of %d ms is %s', (age, text) => {
    expect(plain(formatAge(age))).toBe(text)
  })

  it('of what is there at once is now', () => {
    expect([-200, 0, 999, 1000, 65_000].map((age) => plain(formatAgo(age)))).toEqual(['now', 'now', 'now', '1 s ago', '65 s ago'])
  })
})
