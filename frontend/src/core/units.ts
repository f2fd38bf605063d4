/** How a number is to be read; a ratio is shown as a percentage. */
export type Unit = 'ratio' | 'bytes' | 'bytesPerSecond' | 'perSecond' | 'seconds' | 'cores' | 'hertz' | 'celsius' | 'watts' | 'rpm' | 'count'

/** A value as a person reads it, the number and its unit apart so that they can be set apart. */
export interface Reading {
  number: string
  unit: string
}

const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']
const DECIMAL = ['', 'k', 'M', 'G', 'T']
const NARROW_SPACE = '\u202f'
/** Stands where there is no value: absent is not zero. */
const NO_VALUE: Reading = { number: '–', unit: '' }

export function read(value: number | null | undefined, unit: Unit): Reading {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE
  switch (unit) {
    case 'ratio':
      return { number: (value * 100).toFixed(1), unit: '%' }
    case 'bytes':
      return scaled(value, 1024, BINARY, '')
    case 'bytesPerSecond':
      return scaled(value, 1024, BINARY, '/s')
    case 'seconds':
      return duration(value)
    case 'celsius':
      return { number: value.toFixed(0), unit: '°C' }
    case 'watts':
      return { number: digits(value), unit: 'W' }
    case 'rpm':
      return { number: value.toFixed(0), unit: 'rpm' }
    case 'perSecond':
      return scaled(value, 1000, DECIMAL, '/s')
    case 'hertz':
      return scaled(value, 1000, DECIMAL, 'Hz')
    case 'cores':
      return { number: value.toFixed(2), unit: 'CPUs' }
    case 'count':
      return { number: digits(value), unit: '' }
  }
}

export function format(value: number | null | undefined, unit: Unit): string {
  const { number, unit: symbol } = read(value, unit)
  return symbol === '' ? number : number + NARROW_SPACE + symbol
}

/** For an axis: no digits that say nothing. */
export function formatTick(value: number, unit: Unit): string {
  if (value === 0) return '0'
  const { number, unit: symbol } = read(value, unit)
  const short = number.includes('.') ? number.replace(/\.?0+$/, '') : number
  return symbol === '' ? short : short + NARROW_SPACE + symbol
}

/** How old something is that should be of now: `now`, `12 s ago`. */
export function formatAgo(milliseconds: number): string {
  return milliseconds < 1000 ? 'now' : `${formatAge(milliseconds)} ago`
}

/** How long it took, in the largest unit that fits: `0.8 s`, `12 s`, `3 min`, `2 h`. */
export function formatAge(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds < 9.95 && !Number.isInteger(seconds)) return `${seconds.toFixed(1)}${NARROW_SPACE}s`
  if (seconds < 99.5) return `${seconds.toFixed(0)}${NARROW_SPACE}s`
  if (seconds < 5970) return `${(seconds / 60).toFixed(0)}${NARROW_SPACE}min`
  if (seconds < 48 * 3600) return `${(seconds / 3600).toFixed(0)}${NARROW_SPACE}h`
  return `${(seconds / 86_400).toFixed(0)}${NARROW_SPACE}d`
}

function scaled(value: number, base: number, prefixes: readonly string[], suffix: string): Reading {
  let step = 0
  let rest = value
  // 999.5 would be written as 1000.
  while (Math.abs(rest) >= base - 0.5 && step < prefixes.length - 1) {
    rest /= base
    step++
  }
  return { number: digits(rest), unit: (prefixes[step] ?? '') + suffix }
}

/** Latencies, in the unit in which they have digits before the point. */
function duration(seconds: number): Reading {
  if (seconds === 0) return { number: '0', unit: 's' }
  if (Math.abs(seconds) < 0.001) return { number: digits(seconds * 1e6), unit: 'µs' }
  return Math.abs(seconds) < 1 ? { number: digits(seconds * 1e3), unit: 'ms' } : { number: digits(seconds), unit: 's' }
}

/** Three digits that count; what is whole stays whole. */
function digits(value: number): string {
  const size = Math.abs(value)
  if (Number.isInteger(value)) return value.toFixed(0)
  return value.toFixed(size < 9.995 ? 2 : size < 99.95 ? 1 : 0)
}
