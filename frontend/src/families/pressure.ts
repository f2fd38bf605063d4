import { deviceNames, each } from './devices'
import { type FamilyChart } from './types'

export const pressure: FamilyChart<'pressure'> = {
  topic: 'perfwatch.system.v1',
  keys: deviceNames,
  panels: (keys) => [
    {
      id: 'pressure-some',
      title: 'Pressure',
      about: 'Part of the time in which some task waited for the resource.',
      kind: 'lines',
      unit: 'ratio',
      max: 1,
      width: 'half',
      series: each('pressure', keys, 'someStalledSecondsPerSecond'),
    },
    {
      id: 'pressure-full',
      title: 'Standstill',
      about: 'Part of the time in which no task could go on for want of the resource.',
      kind: 'lines',
      unit: 'ratio',
      max: 1,
      width: 'half',
      series: each('pressure', keys, 'fullStalledSecondsPerSecond'),
    },
  ],
}
