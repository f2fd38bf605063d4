import { format, type Unit } from '@/core/units'

/** Reads a number of the host at one time, by path; undefined where there is none. */
export type Lookup = (path: string) => number | undefined

export type Level = 'calm' | 'notable' | 'high' | 'unknown'

export interface Sign {
  name: string
  value: number | undefined
  unit: Unit
  level: Level
  /** 0 to 1: how far towards all that there can be. */
  part: number | undefined
  about: string
}

export interface Group {
  title: string
  question: string
  level: Level
  verdict: string
  signs: Sign[]
}

/** Why a host is slow, in three answers: it works, it stalls, or it is held back. Thresholds are where a person would look closer. */
export function diagnose(at: Lookup, names: { cgroups: readonly string[] }): Group[] {
  return [busy(at), stalled(at), waiting(at, names.cgroups)]
}

function busy(at: Lookup): Group {
  const cpus = at('cpus') ?? 1
  const queue = at('load.runQueueLength')
  const signs = [
    sign('CPU', at('cpu.utilization'), 'ratio', [0.7, 0.9], 1, 'Time not idle and not waiting for I/O.'),
    sign('Queue per CPU', queue === undefined ? undefined : queue / cpus, 'count', [1, 2], 4, 'Threads that run or want to, for each CPU: above 1 they wait for their turn.'),
    sign('System', at('cpu.systemRatio'), 'ratio', [0.25, 0.5], 1, 'Time in the kernel: system calls, page faults, network.'),
  ]
  return group('Busy', 'Is there too much work?', signs, 'The CPUs have time to spare.', ['Busy: ', 'Very busy: '])
}

function stalled(at: Lookup): Group {
  const instructions = at('counters.instructionsPerCycle')
  const signs = [
    lowIsBad('IPC', instructions, [1, 0.5], 'Instructions per cycle: well below 1, the CPU mostly waits for memory.'),
    sign('Memory pressure', at('pressure.memory'), 'ratio', [0.02, 0.1], 1, 'Part of the time in which tasks waited for memory.'),
    sign('I/O pressure', at('pressure.io'), 'ratio', [0.1, 0.4], 1, 'Part of the time in which tasks waited for a disk.'),
  ]
  return group('Stalled', 'Does it wait for data?', signs, 'Little waits for memory or disks.', ['Some waiting: ', 'Much waiting: '])
}

function waiting(at: Lookup, cgroups: readonly string[]): Group {
  const throttled = cgroups.map((name) => at(`throttled ${name}`)).filter((value) => value !== undefined)
  const signs = [
    sign('CPU pressure', at('pressure.cpu'), 'ratio', [0.2, 0.5], 1, 'Part of the time in which a task that could run had no CPU.'),
    sign('Throttled', throttled.length === 0 ? undefined : Math.max(...throttled), 'ratio', [0.05, 0.25], 1, 'Periods in which the most throttled control group ran into its CPU limit.'),
    sign('Stolen', at('cpu.stealRatio'), 'ratio', [0.02, 0.1], 1, 'Time in which the hypervisor ran something else.'),
  ]
  return group('Held back', 'Would it run, but may not?', signs, 'Nothing holds it back.', ['Somewhat held back: ', 'Held back: '])
}

function sign(name: string, value: number | undefined, unit: Unit, [notable, high]: readonly [number, number], most: number, about: string): Sign {
  const level = value === undefined ? 'unknown' : value >= high ? 'high' : value >= notable ? 'notable' : 'calm'
  return { name, value, unit, level, part: value === undefined ? undefined : Math.min(1, value / most), about }
}

function lowIsBad(name: string, value: number | undefined, [notable, high]: readonly [number, number], about: string): Sign {
  const level = value === undefined ? 'unknown' : value <= high ? 'high' : value <= notable ? 'notable' : 'calm'
  return { name, value, unit: 'count', level, part: value === undefined ? undefined : Math.min(1, value / 4), about }
}

const ORDER: readonly Level[] = ['unknown', 'calm', 'notable', 'high']

function group(title: string, question: string, signs: Sign[], calm: string, [notable, high]: readonly [string, string]): Group {
  const worst = signs.reduce((a, b) => (ORDER.indexOf(b.level) > ORDER.indexOf(a.level) ? b : a))
  const said = `${worst.name} ${format(worst.value, worst.unit)}`
  const verdicts: Record<Level, string> = { unknown: 'Not measured here.', calm, notable: notable + said, high: high + said }
  return { title, question, level: worst.level, verdict: verdicts[worst.level], signs }
}
