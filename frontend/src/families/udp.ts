import { metric, type FamilyChart } from './types'

export const udp: FamilyChart<'udp'> = {
  topic: 'perfwatch.system.v1',
  panels: () => [
    {
      id: 'udp',
      title: 'UDP',
      about: 'Datagrams that came in and went out.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'third',
      series: [
        { path: metric('udp', 'receivedDatagramsPerSecond'), name: 'In', colour: 'blue' },
        { path: metric('udp', 'sentDatagramsPerSecond'), name: 'Out', colour: 'orange' },
      ],
    },
    {
      id: 'udp-trouble',
      title: 'UDP trouble',
      about: 'Datagrams that were lost on this host.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'third',
      series: [
        { path: metric('udp', 'receiveBufferErrorsPerSecond'), name: 'Buffer full', colour: 'blue' },
        { path: metric('udp', 'noPortsPerSecond'), name: 'No socket', colour: 'orange' },
        { path: metric('udp', 'receiveErrorsPerSecond'), name: 'Errors', colour: 'green' },
        { path: metric('udp', 'checksumErrorsPerSecond'), name: 'Checksum', colour: 'purple' },
      ],
    },
  ],
}
