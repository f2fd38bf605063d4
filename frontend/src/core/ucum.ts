import type { Unit } from './units'

const UNITS: Readonly<Record<string, Unit>> = {
  By: 'bytes',
  'By/s': 'bytesPerSecond',
  '1/s': 'perSecond',
  s: 'seconds',
  's/s': 'ratio',
  Hz: 'hertz',
  Cel: 'celsius',
  W: 'watts',
  '{core}': 'cores',
  '{rotation}/min': 'rpm',
}

/** How a metric of the catalogue is to be read; what has no unit is a number. */
export function unitOf({ unit, kind }: { unit: string; kind: string }): Unit {
  return kind === 'ratio' ? 'ratio' : (UNITS[unit] ?? 'count')
}
