import { expect, it } from 'vitest'
import { placesFor, type Place } from './places'

const hosts = [{ host: 'web-1', state: 'up' as const }, { host: 'database', state: 'gone' as const }]
const charts: Place[] = [{ id: 'chart cpu', title: 'CPU', kind: 'Chart' }]
const titles = (text: string): string[] => placesFor(text, hosts, charts).map(({ title }) => title)

it('offers everything before anything is typed', () => {
  expect(titles('')).toEqual(['CPU', 'web-1', 'database', 'Fleet', 'Explore', 'Settings'])
})

it('puts what begins with the text before what contains it', () => {
  expect(titles('E')).toEqual(['Explore', 'web-1', 'database', 'Fleet', 'Settings'])
  expect(titles('xyz')).toEqual([])
})
