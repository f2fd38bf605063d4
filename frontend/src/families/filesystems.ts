import { deviceNames, each } from './devices'
import { type FamilyChart } from './types'

export const filesystems: FamilyChart<'filesystems'> = {
  topic: 'perfwatch.system.v1',
  keys: deviceNames,
  panels: (keys) => [
    {
      id: 'filesystems',
      title: 'File systems',
      about: 'Used part of what users can have.',
      kind: 'lines',
      unit: 'ratio',
      max: 1,
      width: 'half',
      series: each('filesystems', keys, 'utilization'),
    },
    {
      id: 'inodes',
      title: 'Files',
      about: 'Number of files that there are.',
      kind: 'lines',
      unit: 'count',
      width: 'half',
      series: each('filesystems', keys, 'usedInodes'),
    },
  ],
}
