import { deviceNames, each } from './devices'
import { type FamilyChart } from './types'

export const networks: FamilyChart<'networks'> = {
  topic: 'perfwatch.system.v1',
  keys: deviceNames,
  panels: (keys) => [
    {
      id: 'network-bytes',
      title: 'Network',
      about: 'Bytes that came in and went out.',
      kind: 'lines',
      unit: 'bytesPerSecond',
      width: 'half',
      series: [...each('networks', keys, 'receivedBytesPerSecond', ' in', [0, 2]), ...each('networks', keys, 'sentBytesPerSecond', ' out', [1, 2])],
    },
    {
      id: 'network-packets',
      title: 'Packets',
      about: 'Packets that came in and went out.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'half',
      series: [...each('networks', keys, 'receivedPacketsPerSecond', ' in', [0, 2]), ...each('networks', keys, 'sentPacketsPerSecond', ' out', [1, 2])],
    },
    {
      id: 'network-drops',
      title: 'Packets lost',
      about: 'Packets that were dropped or broken.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'half',
      series: [...each('networks', keys, 'receiveDropsPerSecond', ' in dropped', [0, 4]), ...each('networks', keys, 'sendDropsPerSecond', ' out dropped', [1, 4]), ...each('networks', keys, 'receiveErrorsPerSecond', ' in broken', [2, 4]), ...each('networks', keys, 'sendErrorsPerSecond', ' out broken', [3, 4])],
    },
  ],
}
