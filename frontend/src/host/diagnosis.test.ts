import { expect, it } from 'vitest'
import { diagnose, type Level } from './diagnosis'

function levels(values: Record<string, number>, cgroups: string[] = []): Level[] {
  return diagnose((path) => values[path], { cgroups }).map(({ level }) => level)
}

it('tells work, waiting for data and being held back apart', () => {
  const calm = { 'cpu.utilization': 0.1, 'pressure.io': 0, 'pressure.cpu': 0 }
  expect(levels(calm)).toEqual(['calm', 'calm', 'calm'])
  expect(levels({ ...calm, 'cpu.utilization': 0.95 })).toEqual(['high', 'calm', 'calm'])
  expect(levels({ ...calm, 'pressure.io': 0.2 })).toEqual(['calm', 'notable', 'calm'])
  expect(levels({ ...calm, 'throttled a': 0.01, 'throttled b': 0.6 }, ['a', 'b'])).toEqual(['calm', 'calm', 'high'])
})

it('counts the run queue for each CPU', () => {
  expect(levels({ cpus: 8, 'load.runQueueLength': 8 })[0]).toBe('notable')
  expect(levels({ cpus: 16, 'load.runQueueLength': 8 })[0]).toBe('calm')
})

it('calls few instructions per cycle a stall', () => {
  expect(levels({ 'counters.instructionsPerCycle': 0.4 })[1]).toBe('high')
  expect(levels({ 'counters.instructionsPerCycle': 2.5 })[1]).toBe('calm')
})

it('does not call calm what is not measured', () => {
  expect(levels({})).toEqual(['unknown', 'unknown', 'unknown'])
  expect(diagnose(() => undefined, { cgroups: [] })[0]?.verdict).toBe('Not measured here.')
})

it('names the worst sign', () => {
  const [busy] = diagnose((path) => ({ 'cpu.utilization': 0.75, cpus: 2, 'load.runQueueLength': 9 })[path], { cgroups: [] })
  expect(busy?.verdict).toBe('Very busy: Queue per CPU 4.50')
})
