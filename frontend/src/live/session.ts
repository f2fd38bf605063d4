import type { Events } from '@/api/events.gen'
import type { Cursor, LiveMessage, SampleTopic, Subscribe } from '@/api/messages'
import type { Sample } from '@/core/frame'
import { RingBuffer } from '@/core/ring'

/** What could not be shown since the page was opened. */
export interface Losses {
  /** Samples that the gateway did not send because this browser was too slow. */
  dropped: number
  /** Times that the gateway could not go on where the connection had broken. */
  gaps: number
  /** What the gateway did not like, newest last. */
  problem: string | undefined
}

export interface SessionOptions {
  hosts: readonly string[]
  topics: readonly SampleTopic[]
  replaySeconds: number
  /** How much is kept of each host and topic, by the times of its samples; and no more samples than that. */
  keptSeconds: number
}

/** Samples of a topic in which a family that is measured at all has been due. */
export const LOOK_BACK = 120

/** What was received of some hosts, bounded, and where to go on after a broken connection. No clock, no socket. */
export class LiveSession {
  readonly losses: Losses = { dropped: 0, gaps: 0, problem: undefined }
  private readonly streams = new Map<string, RingBuffer<Sample>>()
  private readonly seen = new Map<string, number>()
  private cursor: Cursor = {}
  private replayed = false

  constructor(private readonly options: SessionOptions) {}

  /** The first asks for what was before; the next ones go on where the last message ended. */
  subscription(): Subscribe {
    const { hosts, topics, replaySeconds } = this.options
    const resume = Object.keys(this.cursor).length > 0
    return { type: 'subscribe', hosts, topics, ...(resume ? { cursor: this.cursor } : { replaySeconds }) }
  }

  /** @param now when it was received, on a clock of the caller's */
  accept(message: LiveMessage, now: number): void {
    switch (message.type) {
      case 'replay':
        for (const event of message.events) this.append(message.topic, message.host, event)
        break
      case 'sample':
        this.append(message.topic, message.host, message.event)
        this.seen.set(message.host, now)
        break
      case 'subscribed':
        this.replayed = true
        break
      case 'dropped':
        this.losses.dropped += message.count
        return
      case 'gap':
        this.losses.gaps++
        return
      case 'fleet':
        return
      case 'problem':
        this.losses.problem = `${message.title}: ${message.detail}`
        return
    }
    this.cursor = { ...this.cursor, ...message.cursor }
  }

  /** Oldest first; empty if nothing was received. */
  samples<T extends SampleTopic>(host: string, topic: T): RingBuffer<Sample<Events[T]>> {
    return (this.streams.get(key(topic, host)) ?? NOTHING) as RingBuffer<Sample<Events[T]>>
  }

  /** What is newer than `time`, and before that enough to know what was the newest then: the beginning of what is kept costs nothing. */
  since(host: string, topic: SampleTopic, time: number): Iterable<Sample> {
    const ring = this.samples(host, topic)
    let [low, high] = [0, ring.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ring.at(middle)?.time ?? 0) < time) low = middle + 1
      else high = middle
    }
    return ring.from(low - LOOK_BACK)
  }

  /** When the newest live sample of `host` was received, undefined if there was none yet. */
  receivedAt(host: string): number | undefined {
    return this.seen.get(host)
  }

  /** Whether everything that the gateway remembers has come. */
  get ready(): boolean {
    return this.replayed
  }

  hosts(): string[] {
    return [...new Set([...this.streams.keys()].map((name) => name.slice(name.indexOf(' ') + 1)))].sort()
  }

  /** A sample that is not newer than the last one was sent before: a resumed stream may overlap. */
  private append(topic: SampleTopic, host: string, event: Events[SampleTopic]): void {
    const name = key(topic, host)
    let ring = this.streams.get(name)
    const { keptSeconds } = this.options
    if (!ring) this.streams.set(name, (ring = new RingBuffer(keptSeconds)))
    const time = Date.parse(event.time)
    if (time <= (ring.at(-1)?.time ?? Number.NEGATIVE_INFINITY)) return
    ring.push({ time, event })
    for (let oldest = ring.at(0); oldest && oldest.time < time - keptSeconds * 1000; oldest = ring.at(0)) ring.shift()
  }
}

const NOTHING = new RingBuffer<Sample>(1)

function key(topic: string, host: string): string {
  return `${topic} ${host}`
}
