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
      series: [...each('networks', keys, 'receivedBytesPerSecond', ' in'), ...each('networks', keys, 'sentBytesPerSecond', ' out')],
    },
    {
      id: 'network-packets',
      title: 'Packets',
      about: 'Packets that came in and went out.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'half',
      series: [...each('networks', keys, 'receivedPacketsPerSecond', ' in'), ...each('networks', keys, 'sentPacketsPerSecond', ' out')],
    },
    {
      id: 'network-drops',
      title: 'Packets lost',
      about: 'Packets that were dropped or broken.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'half',
      series: [...each('networks', keys, 'receiveDropsPerSecond', ' in dropped'), ...each('networks', keys, 'sendDropsPerSecond', ' out dropped'), ...each('networks', keys, 'receiveErrorsPerSecond', ' in broken'), ...each('networks', keys, 'sendErrorsPerSecond', ' out broken')],
    },
  ],
}
