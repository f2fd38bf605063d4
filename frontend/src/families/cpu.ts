import { metric, type FamilyChart, type Series } from './types'

/** From what the machine is for to what keeps it from that. */
const STATES: Series[] = [
  { path: metric('cpu', 'userRatio'), name: 'User', colour: 'blue' },
  { path: metric('cpu', 'niceRatio'), name: 'Nice', colour: 'green' },
  { path: metric('cpu', 'systemRatio'), name: 'System', colour: 'orange' },
  { path: metric('cpu', 'irqRatio'), name: 'Interrupts', colour: 'yellow' },
  { path: metric('cpu', 'softirqRatio'), name: 'Soft interrupts', colour: 'pink' },
  { path: metric('cpu', 'guestRatio'), name: 'Guests', colour: 'grey' },
  { path: metric('cpu', 'iowaitRatio'), name: 'Waiting for I/O', colour: 'purple' },
  { path: metric('cpu', 'stealRatio'), name: 'Stolen', colour: 'red' },
]

export const cpu: FamilyChart<'cpu'> = {
  topic: 'perfwatch.system.v1',
  keys: ({ cores }) => cores?.utilization?.map((_, index) => String(index)) ?? [],
  panels: (keys) => [
    {
      id: 'cpu',
      title: 'CPU',
      about: 'How the time of all CPUs together was spent; what is missing to 100 % was idle.',
      kind: 'stack',
      unit: 'ratio',
      series: STATES,
      max: 1,
      width: 'full',
    },
    {
      id: 'cores',
      title: 'Cores',
      about: 'How busy each logical CPU was.',
      kind: 'heat',
      unit: 'ratio',
      series: keys.map((core) => ({ path: `cpu.cores[${core}].utilization`, name: `CPU ${core}`, colour: 'blue' as const })),
      max: 1,
      width: 'half',
    },
  ],
}
