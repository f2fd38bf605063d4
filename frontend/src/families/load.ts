import { metric, type FamilyChart } from './types'

export const load: FamilyChart<'load'> = {
  topic: 'perfwatch.system.v1',
  panels: () => [
    {
      id: 'load',
      title: 'Load',
      about: 'Tasks that want a CPU or wait for a disk, damped over 1, 5 and 15 minutes.',
      kind: 'lines',
      unit: 'count',
      width: 'half',
      series: [
        { path: metric('load', 'average1Minute'), name: '1 minute', colour: 'blue' },
        { path: metric('load', 'average5Minutes'), name: '5 minutes', colour: 'orange' },
        { path: metric('load', 'average15Minutes'), name: '15 minutes', colour: 'green' },
        { path: metric('load', 'runQueueLength'), name: 'Run queue', colour: 'purple' },
      ],
    },
  ],
}
