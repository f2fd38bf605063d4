import type { LiveMessage } from '@/api/messages'

/** A time without a connection, and what came of it. Epoch milliseconds, on the browser's clock. */
export interface Outage {
  from: number
  to: number
  /** Samples of that time that were fetched when the connection was back. */
  recovered: number
  /** Whether some could not be fetched any more. */
  incomplete: boolean
}

/** Watches what is said after a connection was gone, until everything that was missed has come. */
export class Outages {
  private open: Outage | undefined

  begin(now: number): void {
    this.open ??= { from: now, to: now, recovered: 0, incomplete: false }
  }

  /** @returns the outage, with the message that ends it */
  accept(message: LiveMessage, now: number): Outage | undefined {
    const outage = this.open
    if (!outage) return undefined
    if (message.type === 'replay') outage.recovered += message.events.length
    if (message.type === 'gap') outage.incomplete = true
    if (message.type !== 'subscribed' && message.type !== 'fleet') return undefined
    this.open = undefined
    return { ...outage, to: now }
  }
}
