import { deviceNames, each } from './devices'
import { type FamilyChart } from './types'

export const sensors: FamilyChart<'sensors'> = {
  topic: 'perfwatch.system.v1',
  keys: deviceNames,
  panels: (keys) => [
    {
      id: 'temperatures',
      title: 'Temperatures',
      about: 'What the sensors of the hardware say.',
      kind: 'lines',
      unit: 'celsius',
      width: 'third',
      series: each('sensors', keys, 'temperatureCelsius'),
    },
    {
      id: 'power',
      title: 'Power',
      about: 'What the hardware says that it takes.',
      kind: 'lines',
      unit: 'watts',
      width: 'third',
      series: each('sensors', keys, 'powerWatts'),
    },
    {
      id: 'fans',
      title: 'Fans',
      about: 'How fast the fans turn.',
      kind: 'lines',
      unit: 'rpm',
      width: 'third',
      series: each('sensors', keys, 'speedRotationsPerMinute'),
    },
  ],
}
