import { escapeKey } from '@/core/path'
import type { Colour, Series } from './types'

export const COLOURS: Colour[] = ['blue', 'orange', 'green', 'purple', 'yellow', 'pink', 'red', 'grey']

/** Names of the devices in a sample: its members that are objects. */
export function deviceNames(sample: object): string[] {
  return Object.entries(sample)
    .filter(([, value]) => typeof value === 'object' && value !== null)
    .map(([name]) => name)
}

/**
 * One series a device.
 * @param place which of how many series a device has on the chart, so that each has a colour of its own
 */
export function each(family: string, devices: readonly string[], member: string, suffix = '', [place, of]: readonly [number, number] = [0, 1]): Series[] {
  return devices.map((device, index) => ({
    path: `${family}[${escapeKey(device)}].${member}`,
    name: device + suffix,
    colour: COLOURS[(index * of + place) % COLOURS.length] ?? 'grey',
  }))
}
