import { describe, expect, it } from 'vitest'
import vectors from '../../../libs/metric-model/src/main/resources/metric-path-vectors.json'
import { parsePath, valueAt, writePath } from './path'

describe('a metric path', () => {
  it.each(vectors.valid)('reads and writes $path', ({ path, steps }) => {
    expect(parsePath(path)).toEqual(steps)
    expect(writePath(parsePath(path))).toBe(path)
  })

  it.each(vectors.invalid)('refuses "%s" and says where', (path) => {
    expect(() => parsePath(path)).toThrow(/not a metric path: ".*": expected .* at position \d+/s)
  })

  it.each(vectors.flattened)('finds each leaf of $event', ({ event, leaves }) => {
    const found = Object.keys(leaves).map((path) => [path, valueAt(event, parsePath(path))])
    expect(Object.fromEntries(found)).toEqual(leaves)
  })

  it.each(['cpu.none', 'cpu.cores[9].utilization', 'none.utilization', 'cpu.cores[x].utilization', 'cpu.toString'])(
    'finds nothing at %s',
    (path) => {
      expect(valueAt({ cpu: { cores: { utilization: [0.1] } } }, parsePath(path))).toBeUndefined()
    },
  )
})
