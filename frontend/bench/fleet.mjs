// A fleet whose every host moves at every tick, as the gateway sends it: columns of headline values.
import { wave } from './host.mjs'

/** @param {number} count */
export function fleetOf(count) {
  return Array.from({ length: count }, (_, index) => `bench-${index + 1}`)
}

/** @param {readonly string[]} hosts @param {number} tick @param {boolean} first whether the names are not known yet */
export function fleetFrame(hosts, tick, first) {
  /** @param {number} seed @param {number} low @param {number} high */
  const column = (seed, low, high) => hosts.map((_, index) => wave(tick, seed + (index % 97), low, high))
  return {
    type: 'fleet',
    time: new Date().toISOString(),
    ...(first && { hosts }),
    columns: {
      state: hosts.map(() => 'up'),
      'cpu.utilization': column(1, 0, 1),
      'memory.usedBytes': column(2, 2 ** 33, 2 ** 35),
      'memory.totalBytes': hosts.map(() => 2 ** 35),
      'pressure[cpu].someStalledSecondsPerSecond': column(3, 0, 0.5),
      'pressure[memory].someStalledSecondsPerSecond': column(4, 0, 0.1),
      'pressure[io].someStalledSecondsPerSecond': column(5, 0, 0.3),
      'counters.instructionsPerCycle': column(6, 0.4, 2.5),
    },
  }
}
