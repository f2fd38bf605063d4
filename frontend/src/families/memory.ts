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
      width: 'full',
      max: metric('memory', 'totalBytes'),
      series: [
        { path: metric('memory', 'usedBytes'), name: 'Used', colour: 'blue' },
        { path: metric('memory', 'cachedBytes'), name: 'Page cache', colour: 'green' },
        { path: metric('memory', 'buffersBytes'), name: 'Buffers', colour: 'yellow' },
        { path: metric('memory', 'swapUsedBytes'), name: 'Swap used', colour: 'red' },
      ],
    },
    {
      id: 'paging',
      title: 'Paging',
      about: 'What memory exchanges with disks: pages that are read and written, and swap.',
      kind: 'lines',
      unit: 'bytesPerSecond',
      width: 'half',
      series: [
        { path: metric('memory', 'pageInBytesPerSecond'), name: 'Read', colour: 'blue' },
        { path: metric('memory', 'pageOutBytesPerSecond'), name: 'Written', colour: 'orange' },
        { path: metric('memory', 'swapInBytesPerSecond'), name: 'From swap', colour: 'purple' },
        { path: metric('memory', 'swapOutBytesPerSecond'), name: 'To swap', colour: 'red' },
      ],
    },
    {
      id: 'faults',
      title: 'Memory faults',
      about: 'Memory that was touched and was not there: mapped at once, or waited for from a disk.',
      kind: 'lines',
      unit: 'perSecond',
      width: 'half',
      series: [
        { path: metric('memory', 'minorFaultsPerSecond'), name: 'Minor', colour: 'blue' },
        { path: metric('memory', 'majorFaultsPerSecond'), name: 'Major', colour: 'red' },
      ],
    },
  ],
}
