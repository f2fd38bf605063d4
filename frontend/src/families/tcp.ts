import { metric, type FamilyChart } from './types'

export const tcp: FamilyChart<'tcp'> = {
  topic: 'perfwatch.system.v1',
  panels: () => [
    {
      id: 'tcp-connections',
      title: 'TCP connections',
      about: 'Connections by state.',
      kind: 'lines',
      unit: 'count',
      width: 'third',
      series: [
        { path: metric('tcp', 'establishedConnections'), name: 'Established', colour: 'blue' },
        { path: metric('tcp', 'timeWaitConnections'), name: 'Time-wait', colour: 'orange' },
        { path: metric('tcp', 'orphanedConnections'), name: 'Orphaned', colour: 'green' },
      ],
    },
    {
      id: 'tcp-opens',
      title: 'TCP opens',
      about: 'Connections that began, and attempts that failed.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'third',
      series: [
        { path: metric('tcp', 'activeOpensPerSecond'), name: 'By this host', colour: 'blue' },
        { path: metric('tcp', 'passiveOpensPerSecond'), name: 'By others', colour: 'orange' },
        { path: metric('tcp', 'failedAttemptsPerSecond'), name: 'Failed', colour: 'green' },
      ],
    },
    {
      id: 'tcp-trouble',
      title: 'TCP trouble',
      about: 'What makes connections slow or ends them.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'third',
      series: [
        { path: metric('tcp', 'retransmitsPerSecond'), name: 'Retransmits', colour: 'blue' },
        { path: metric('tcp', 'listenDropsPerSecond'), name: 'Listen drops', colour: 'orange' },
        { path: metric('tcp', 'receivedResetsPerSecond'), name: 'Resets received', colour: 'green' },
        { path: metric('tcp', 'sentResetsPerSecond'), name: 'Resets sent', colour: 'purple' },
        { path: metric('tcp', 'timeoutsPerSecond'), name: 'Timeouts', colour: 'yellow' },
      ],
    },
  ],
}
