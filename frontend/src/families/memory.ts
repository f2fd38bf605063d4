import { metric, type FamilyChart } from './types'

export const memory: FamilyChart<'memory'> = {
  topic: 'perfwatch.system.v1',
  panels: () => [
    {
      id: 'memory',
      title: 'Memory',
      about: 'The top of the chart is all memory there is. What is used is not available to new work; caches are given up when needed.',
      kind: 'lines',
      unit: 'bytes',
      width: 'half',
      max: metric('memory', 'totalBytes'),
      series: [
        { path: metric('memory', 'usedBytes'), name: 'Used', colour: 'blue' },
        { path: metric('memory', 'cachedBytes'), name: 'Page cache', colour: 'green' },
        { path: metric('memory', 'buffersBytes'), name: 'Buffers', colour: 'yellow' },
        { path: metric('memory', 'swapUsedBytes'), name: 'Swap used', colour: 'red' },
      ],
    },
  ],
}
