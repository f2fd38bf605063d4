import type { Events } from './events.gen'
import type { components } from './live.gen'

type Said = components['schemas']

/** The topics that are streams of samples. */
export type SampleTopic = Exclude<
  keyof Events,
  'perfwatch.hosts.v1' | 'perfwatch.annotations.v1' | 'perfwatch.settings.v1'
>

/** Where each partition goes on: `{"perfwatch.system.v1-0": 123}`. */
export type Cursor = Said['cursor']

export type Subscribe = Said['subscribe']

/** The newest values of all hosts, as columns of one length; null where a host has no value. */
export interface FleetMessage extends Omit<Said['fleet'], 'columns'> {
  // A column of states beside those of numbers is more than an index signature can say.
  columns: Record<string, (number | string | null)[]>
}

/** A message about events, which are what their topic's schema says. */
type About<M extends 'replay' | 'sample' | 'dropped'> = Omit<Said[M], 'topic' | 'event' | 'events'> & { topic: SampleTopic }

/** What the gateway says over `/api/v1/live`. */
export type LiveMessage =
  | (About<'replay'> & { events: Events[SampleTopic][] })
  | (About<'sample'> & { event: Events[SampleTopic] })
  | FleetMessage
  | Pick<Said['subscribed'], 'type' | 'cursor'>
  | About<'dropped'>
  | Said['gap']
  | Said['problem']

const TYPES: ReadonlySet<unknown> = new Set<LiveMessage['type']>(['replay', 'sample', 'fleet', 'subscribed', 'dropped', 'gap', 'problem'])

/** The message in `text`; undefined for what a newer gateway may say that this page does not know. */
export function parseMessage(text: string): LiveMessage | undefined {
  const message: unknown = JSON.parse(text)
  const known = typeof message === 'object' && message !== null && 'type' in message && TYPES.has(message.type)
  return known ? (message as LiveMessage) : undefined
}
