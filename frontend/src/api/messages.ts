import type { Events } from './events.gen'

/** The topics that are streams of samples. */
export type SampleTopic = Exclude<
  keyof Events,
  'perfwatch.hosts.v1' | 'perfwatch.annotations.v1' | 'perfwatch.settings.v1'
>

/** Where each partition goes on: `{"perfwatch.system.v1-0": 123}`. */
export type Cursor = Readonly<Record<string, number>>

export interface Subscribe {
  type: 'subscribe'
  hosts: readonly string[]
  topics: readonly string[]
  /** One row of headline values a host instead of its samples. */
  view?: 'fleet'
  replaySeconds?: number
  cursor?: Cursor
}

/** The newest values of all hosts, as columns of one length; null where a host has no value. */
export interface FleetMessage {
  type: 'fleet'
  time: string | number
  /** Sent again only when it changes. */
  hosts?: string[]
  columns: Record<string, (number | string | null)[]>
}

/** What the gateway says over `/api/v1/live`. */
export type LiveMessage =
  | { type: 'replay'; topic: SampleTopic; host: string; cursor: Cursor; events: Events[SampleTopic][] }
  | { type: 'sample'; topic: SampleTopic; host: string; cursor: Cursor; event: Events[SampleTopic] }
  | FleetMessage
  | { type: 'subscribed'; cursor: Cursor }
  | { type: 'dropped'; topic: SampleTopic; host: string; count: number }
  | { type: 'gap'; topic: SampleTopic; partition: number; from: number; to: number; reason: string }
  | { type: 'problem'; title: string; detail: string; status: number }

const TYPES: ReadonlySet<unknown> = new Set<LiveMessage['type']>(['replay', 'sample', 'fleet', 'subscribed', 'dropped', 'gap', 'problem'])

/** The message in `text`; undefined for what a newer gateway may say that this page does not know. */
export function parseMessage(text: string): LiveMessage | undefined {
  const message: unknown = JSON.parse(text)
  const known = typeof message === 'object' && message !== null && 'type' in message && TYPES.has(message.type)
  return known ? (message as LiveMessage) : undefined
}
