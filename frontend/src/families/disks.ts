import { deviceNames, each } from './devices'
import { type FamilyChart } from './types'

export const disks: FamilyChart<'disks'> = {
  topic: 'perfwatch.system.v1',
  keys: deviceNames,
  panels: (keys) => [
    {
      id: 'disk-utilization',
      title: 'Disk utilization',
      about: 'Part of the time with at least one request under way.',
      kind: 'lines',
      unit: 'ratio',
      max: 1,
      width: 'third',
      series: each('disks', keys, 'utilization'),
    },
    {
      id: 'disk-bytes',
      title: 'Disk throughput',
      about: 'Bytes read and written.',
      kind: 'lines',
      unit: 'bytesPerSecond',
      width: 'third',
      series: [...each('disks', keys, 'readBytesPerSecond', ' read', [0, 2]), ...each('disks', keys, 'writtenBytesPerSecond', ' write', [1, 2])],
    },
    {
      id: 'disk-latency',
      title: 'Disk latency',
      about: 'How long a request took on average, waiting included.',
      kind: 'lines',
      unit: 'seconds',
      width: 'third',
      series: [...each('disks', keys, 'readLatencySeconds', ' read', [0, 2]), ...each('disks', keys, 'writeLatencySeconds', ' write', [1, 2])],
    },
    {
      id: 'disk-operations',
      title: 'Disk operations',
      about: 'Requests that were completed.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'third',
      series: [...each('disks', keys, 'readsPerSecond', ' read', [0, 2]), ...each('disks', keys, 'writesPerSecond', ' write', [1, 2])],
    },
    {
      id: 'disk-queue',
      title: 'Disk queue',
      about: 'Requests under way, on average.',
      kind: 'lines',
      unit: 'count',
      width: 'third',
      series: each('disks', keys, 'queueDepth'),
    },
  ],
}
