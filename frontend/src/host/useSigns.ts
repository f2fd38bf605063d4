import { computed, type ComputedRef, type Ref } from 'vue'
import type { SampleTopic } from '@/api/messages'
import type { Frame } from '@/core/frame'
import { escapeKey } from '@/core/path'
import { deviceNames } from '@/families/devices'
import { families } from '@/families'
import type { Family, Panel } from '@/families/types'
import { useHostData } from './HostData'
import { usePanelFrame } from './usePanelFrame'

export interface Signs {
  /** A column for each name. */
  frames: ComputedRef<{ names: readonly string[]; frame: Frame }[]>
  cgroups: ComputedRef<readonly string[]>
}

const PRESSURE = ['cpu', 'memory', 'io'] as const
/** The busiest groups are enough: one of them is throttled if any is. */
const MOST_GROUPS = 12

/** The values from which the host is judged, live or of the past like those of a chart. */
export function useSigns(element: Ref<HTMLElement | null>): Signs {
  const { host, session } = useHostData()
  const cgroups = computed<readonly string[]>((before) => {
    const newest = session.value.samples(host, families.cgroups.topic).at(-1)?.event.cgroups
    const names = newest ? deviceNames(newest).slice(0, MOST_GROUPS) : (before ?? [])
    return before && before.join() === names.join() ? before : names
  })

  const parts = [
    follow(element, 'cpu', () => ['cpu.utilization', 'cpu.systemRatio', 'cpu.stealRatio']),
    follow(element, 'load', () => ['load.runQueueLength']),
    follow(element, 'pressure', () => PRESSURE.map((name) => `pressure[${name}].someStalledSecondsPerSecond`), PRESSURE.map((name) => `pressure.${name}`)),
    follow(element, 'counters', () => ['counters.instructionsPerCycle']),
    follow(element, 'cgroups', () => cgroups.value.map((name) => `cgroups[${escapeKey(name)}].throttledPeriodsRatio`)),
  ]
  return {
    cgroups,
    frames: computed(() => parts.map(({ frame, names }) => ({ frame: frame.value, names: names ?? cgroups.value.map((name) => `throttled ${name}`) }))),
  }
}

function follow(element: Ref<HTMLElement | null>, family: Family, paths: () => string[], names?: string[]): { frame: Ref<Frame>; names: string[] | undefined } {
  const panel = computed<Panel>(() => ({
    id: `signs-${family}`,
    title: '',
    about: '',
    kind: 'lines',
    unit: 'ratio',
    width: 'full',
    series: paths().map((path) => ({ path, name: path, colour: 'blue' })),
  }))
  const topic: SampleTopic = families[family].topic
  const { frame } = usePanelFrame(element, () => panel.value, family, topic)
  return { frame, names: names ?? (family === 'cgroups' ? undefined : paths()) }
}
