import type { Events } from '@/api/events.gen'
import type { SampleTopic } from '@/api/messages'
import type { Unit } from '@/core/units'

type FamilyMembers<E> = { [K in keyof E as NonNullable<E[K]> extends { intervalSeconds: number } ? K : never]-?: NonNullable<E[K]> }
type Intersection<U> = (U extends unknown ? (member: U) => void : never) extends (all: infer I) => void ? I : never

/** Every family that the events carry, read from the generated types: a new one is asked for by the compiler. */
export type Families = Intersection<{ [T in SampleTopic]: FamilyMembers<Events[T]> }[SampleTopic]>
export type Family = keyof Families

type Numbers<T> = string & keyof { [K in keyof T as NonNullable<T[K]> extends number ? (string extends K ? never : K) : never]: true }

/** Names of the theme's colours for series, see `styles/theme.css`. */
export type Colour = 'blue' | 'orange' | 'green' | 'purple' | 'yellow' | 'pink' | 'red' | 'grey'

export interface Series {
  /** A metric path, read from the event when live and asked of the history. */
  path: string
  name: string
  colour: Colour
}

/** One chart. */
export interface Panel {
  id: string
  title: string
  /** One sentence: what is seen here. */
  about: string
  /** Parts of a whole, lines, or one row a series with the value as a colour. */
  kind: 'stack' | 'lines' | 'heat'
  unit: Unit
  series: readonly Series[]
  /** End of the value axis: a number, or the path of one (all memory there is). */
  max?: number | string
  /** Paths of how much of the time the counters behind it were on the hardware; the least of them tells its quality. */
  runningRatios?: readonly string[]
  /** How much of the page's width it takes. */
  width: 'full' | 'half' | 'third'
}

/** How a family is shown. */
export interface FamilyChart<F extends Family> {
  topic: { [T in SampleTopic]: F extends keyof Events[T] ? T : never }[SampleTopic]
  /** Names of the devices (events, cores) in a sample, where the family has them. */
  keys?: (sample: Families[F]) => string[]
  /** @param keys every device seen so far, sorted */
  panels: (keys: readonly string[]) => Panel[]
}

/** The path of a family's own number, checked by the compiler. */
export function metric<F extends Family>(family: F, member: Numbers<Families[F]>): string {
  return `${family}.${member}`
}
