import { format, type Unit } from '@/core/units'

export interface Fact {
  name: string
  value: string
}

export interface FactGroup {
  title: string
  facts: Fact[]
}

const SUFFIXES: readonly [RegExp, Unit][] = [[/Bytes$/, 'bytes'], [/Seconds$/, 'seconds'], [/PerSecond$/, 'perSecond'], [/(Ratio|utilization)$/, 'ratio']]

/** What the gateway says of the system, whatever it is: names carry the unit, objects are groups. */
export function systemFacts(system: Readonly<Record<string, unknown>>): FactGroup[] {
  const plain = Object.entries(system).filter(([, value]) => !isObject(value))
  const groups = Object.entries(system).flatMap(([name, value]) => (isObject(value) ? [{ title: words(name), facts: flatten(value) }] : []))
  return [...(plain.length > 0 ? [{ title: 'General', facts: plain.map(([name, value]) => fact(name, value)) }] : []), ...groups].filter(({ facts }) => facts.length > 0)
}

function flatten(value: object, prefix = ''): Fact[] {
  return Object.entries(value).flatMap(([name, inside]: [string, unknown]) => {
    const label = Array.isArray(value) ? labelOf(inside, name) : name
    const full = prefix === '' ? label : `${prefix} · ${label}`
    return isObject(inside) ? flatten(withoutLabel(inside), full) : [fact(full, inside)]
  })
}

/** Members that say which one of a list it is. */
const LABELS = ['name', 'topic', 'tier', 'table', 'probe', 'service', 'id'] as const

function labelOf(inside: unknown, otherwise: string): string {
  const found = isObject(inside) ? LABELS.map((label) => (inside as Record<string, unknown>)[label]).find((label) => typeof label === 'string') : undefined
  return found ?? otherwise
}

function withoutLabel(inside: object): object {
  if (Array.isArray(inside)) return inside
  const label = LABELS.find((name) => typeof (inside as Record<string, unknown>)[name] === 'string')
  return Object.fromEntries(Object.entries(inside).filter(([name]) => name !== label))
}

function fact(name: string, value: unknown): Fact {
  const [pattern, unit] = SUFFIXES.find(([suffix]) => suffix.test(name)) ?? []
  if (pattern && unit && typeof value === 'number') return { name: words(name.replace(pattern, '')) || words(name), value: format(value, unit) }
  return { name: words(name), value: typeof value === 'number' ? value.toLocaleString('en') : value === null ? '–' : JSON.stringify(value).replace(/^"|"$/g, '') }
}

/** `databaseSize` as a person reads it. */
function words(name: string): string {
  const spaced = name.replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
