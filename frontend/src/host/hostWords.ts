import type { Host, HostState } from '@/api/rest'
import type { Tone } from '@/components/StateBadge.vue'
import { format } from '@/core/units'

const LATE_AFTER = 5000
const GONE_AFTER = 60_000

interface Shown {
  text: string
  tone: Tone
}

export const STATES: Record<HostState, Shown> = {
  up: { text: 'Up', tone: 'good' },
  late: { text: 'Late', tone: 'warn' },
  gone: { text: 'Gone', tone: 'bad' },
}

const UNKNOWN: Shown = { text: 'Not known', tone: 'neutral' }

/** By how long nothing has come. */
export function stateAfter(age: number): HostState {
  if (age < LATE_AFTER) return 'up'
  return age < GONE_AFTER ? 'late' : 'gone'
}

/** Silence says nothing of a host while the browser itself is cut off. */
export function shownState(age: number, connected: boolean): Shown {
  const state = stateAfter(age)
  return state === 'up' || connected ? STATES[state] : UNKNOWN
}

/** What the host is: system, kernel, CPU, memory; what is unknown is left out. */
export function describe({ probes }: Pick<Host, 'probes'>): { name: string; value: string }[] {
  const os = probes.find(({ operatingSystem }) => operatingSystem)?.operatingSystem
  // Not every probe looks at the hardware.
  const hardware = probes.find((probe) => probe.hardware)?.hardware
  const cpus = [
    hardware?.sockets !== undefined && hardware.sockets > 1 && `${hardware.sockets} sockets`,
    hardware?.cores !== undefined && `${hardware.cores} ${hardware.cores === 1 ? 'core' : 'cores'}`,
    hardware?.threads !== undefined && `${hardware.threads} threads`,
  ]
  const facts: [string, string | false | undefined][] = [
    ['System', os?.name],
    ['Kernel', os?.kernel && `${os.kernel} ${os.architecture}`],
    ['CPU', hardware?.cpuModel],
    ['Cores', cpus.filter(Boolean).join(', ')],
    ['Memory', hardware?.memoryBytes !== undefined && format(hardware.memoryBytes, 'bytes')],
    ['Runs on', os?.virtualization === 'none' ? 'bare metal' : os?.virtualization],
  ]
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}
