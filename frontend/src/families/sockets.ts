import { metric, type FamilyChart } from './types'

export const sockets: FamilyChart<'sockets'> = {
  topic: 'perfwatch.system.v1',
  panels: () => [
    {
      id: 'sockets',
      title: 'Sockets',
      about: 'Sockets that processes hold, and connections that the firewall remembers.',
      kind: 'lines',
      unit: 'count',
      width: 'third',
      series: [
        { path: metric('sockets', 'used'), name: 'Sockets', colour: 'blue' },
        { path: metric('sockets', 'trackedConnections'), name: 'Tracked connections', colour: 'orange' },
      ],
    },
  ],
}
