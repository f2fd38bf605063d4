import { deviceNames, each } from './devices'
import { type FamilyChart } from './types'

export const cgroups: FamilyChart<'cgroups'> = {
  topic: 'perfwatch.system.v1',
  keys: deviceNames,
  panels: (keys) => [
    {
      id: 'cgroup-cpu',
      title: 'CPU by group',
      about: 'CPU time that the busiest control groups used.',
      kind: 'lines',
      unit: 'cores',
      width: 'half',
      series: each('cgroups', keys, 'cpuCores'),
    },
    {
      id: 'cgroup-memory',
      title: 'Memory by group',
      about: 'Memory charged to the busiest control groups.',
      kind: 'lines',
      unit: 'bytes',
      width: 'half',
      series: each('cgroups', keys, 'memoryBytes'),
    },
    {
      id: 'cgroup-throttled',
      title: 'Throttled groups',
      about: 'Part of the periods in which a control group ran into its CPU limit and had to wait.',
      kind: 'lines',
      unit: 'ratio',
      max: 1,
      width: 'half',
      series: each('cgroups', keys, 'throttledPeriodsRatio'),
    },
  ],
}
