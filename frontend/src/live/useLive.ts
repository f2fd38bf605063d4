import { useDocumentVisibility, useIntervalFn, useTimestamp, useWebSocket } from '@vueuse/core'
import { computed, onScopeDispose, shallowRef, triggerRef, watch, watchEffect, type ComputedRef, type ShallowRef } from 'vue'
import { parseMessage, type LiveMessage, type Subscribe } from '@/api/messages'
import { useConnection } from '@/stores/connection'
import { Outages, type Outage } from './outages'

/** `lost` is a connection that has been gone for so long that what is shown is old. */
export type Connection = 'connecting' | 'connected' | 'reconnecting' | 'lost'

const LOST_AFTER = 15_000
const FIRST_DELAY = 500
const LONGEST_DELAY = 10_000

/** What is received into: no clock, no socket. */
export interface Subscriber {
  subscription: () => Subscribe
  accept: (message: LiveMessage, now: number) => void
  /** Whether everything that the gateway remembers has come. */
  readonly ready: boolean
}

export interface Live<S extends Subscriber> {
  /** Changes at most once a frame, and not at all while the page is hidden. */
  session: Readonly<ShallowRef<S>>
  connection: ComputedRef<Connection>
  /** Now, four times a second; on the clock of `accept`. */
  now: Readonly<ShallowRef<number>>
  /** The last time that the connection was gone, once it is back. */
  outage: ShallowRef<Outage | undefined>
}

/** A subscription that lives as long as the component, reconnects with growing delays and resumes where it was. */
export function useLive<S extends Subscriber>(subscriber: S): Live<S> {
  const session = shallowRef(subscriber) as ShallowRef<S>
  const { timestamp: now } = useTimestamp({ controls: true, scheduler: (tick) => useIntervalFn(tick, 250) })
  const downSince = shallowRef<number | undefined>(Date.now())
  const everConnected = shallowRef(false)
  const outages = new Outages()
  const outage = shallowRef<Outage>()
  const changed = oncePerFrame(() => { triggerRef(session) })

  const socket = useWebSocket<string>(address(), {
    autoReconnect: { retries: -1, delay: (retries) => reconnectDelay(retries, Math.random()) },
    onConnected: (ws) => {
      everConnected.value = true
      downSince.value = undefined
      ws.send(JSON.stringify(subscriber.subscription()))
    },
    onDisconnected: () => {
      downSince.value ??= Date.now()
      if (everConnected.value) outages.begin(downSince.value)
    },
    onMessage: (_, { data }: MessageEvent<string>) => {
      const message = parseMessage(data)
      if (!message) return
      subscriber.accept(message, Date.now())
      outage.value = outages.accept(message, Date.now()) ?? outage.value
      // A replay comes in parts; drawn one by one, the time axis would race through them.
      if (subscriber.ready) changed()
    },
  })

  const connection = computed<Connection>(() => {
    if (downSince.value === undefined) return 'connected'
    if (now.value - downSince.value > LOST_AFTER) return 'lost'
    return everConnected.value ? 'reconnecting' : 'connecting'
  })

  const retry = (): void => { if (downSince.value !== undefined) socket.open() }
  // Who comes back to the page does not want to wait for the next attempt.
  watch(useDocumentVisibility(), (visibility) => { if (visibility === 'visible') retry() })
  report(connection, retry)
  return { session, connection, now, outage }
}

/** The header shows the connection of the page that is open. */
function report(connection: ComputedRef<Connection>, retry: () => void): void {
  const header = useConnection()
  watchEffect(() => { header.state = connection.value })
  header.retry = retry
  onScopeDispose(() => {
    if (header.retry !== retry) return
    header.state = undefined
    header.retry = undefined
  })
}

/** Milliseconds to the next attempt: doubling, bounded, and spread so that browsers do not return all at once. */
export function reconnectDelay(retries: number, random: number): number {
  const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.max(0, retries - 1))
  return delay * (0.5 + random / 2)
}

function address(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/v1/live`
}

function oncePerFrame(action: () => void): () => void {
  let frame: number | undefined
  onScopeDispose(() => { if (frame !== undefined) cancelAnimationFrame(frame) })
  return () => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined
      action()
    })
  }
}
