import { metric, type FamilyChart } from './types'

export const processes: FamilyChart<'processes'> = {
  topic: 'perfwatch.processes.v1',
  panels: () => [
    {
      id: 'processes',
      title: 'Processes',
      about: 'How many there are, by state.',
      kind: 'lines',
      unit: 'count',
      width: 'half',
      series: [
        { path: metric('processes', 'running'), name: 'Running', colour: 'blue' },
        { path: metric('processes', 'sleeping'), name: 'Sleeping', colour: 'orange' },
        { path: metric('processes', 'blocked'), name: 'Blocked', colour: 'green' },
        { path: metric('processes', 'stopped'), name: 'Stopped', colour: 'purple' },
        { path: metric('processes', 'zombie'), name: 'Zombie', colour: 'yellow' },
        { path: metric('processes', 'idle'), name: 'Idle', colour: 'pink' },
      ],
    },
  ],
}
