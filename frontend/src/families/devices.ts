import { escapeKey } from '@/core/path'
import type { Colour, Series } from './types'

const COLOURS: Colour[] = ['blue', 'orange', 'green', 'purple', 'yellow', 'pink', 'red', 'grey']

/** Names of the devices in a sample: its members that are objects. */
export function deviceNames(sample: object): string[] {
  return Object.entries(sample)
    .filter(([, value]) => typeof value === 'object' && value !== null)
    .map(([name]) => name)
}

/** One series a device. */
export function each(family: string, devices: readonly string[], member: string, suffix = ''): Series[] {
  return devices.map((device, index) => ({
    path: `${family}[${escapeKey(device)}].${member}`,
    name: device + suffix,
    colour: COLOURS[index % COLOURS.length] ?? 'grey',
  }))
}
