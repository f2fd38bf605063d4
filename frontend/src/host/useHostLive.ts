import { computed, type ComputedRef } from 'vue'
import type { Host } from '@/api/rest'
import type { Range } from '@/core/frame'
import { topics } from '@/families'
import { LiveSession } from '@/live/session'
import { useLive, type Live } from '@/live/useLive'
import type { TimeRange } from '@/time/timeRange'

const SYSTEM = 'perfwatch.system.v1'
/** The longest live range, and some more. */
const KEPT_SECONDS = 1200

export interface HostLive extends Live<LiveSession> {
  newestTime: ComputedRef<number | undefined>
  /** Milliseconds since the newest sample came, in whole seconds, so that nothing is written anew while samples come; undefined if none ever did. */
  age: ComputedRef<number | undefined>
  range: ComputedRef<Range>
}

/** What comes of one host, and where its time axis ends. */
export function useHostLive(host: string, choice: ComputedRef<TimeRange>, known: () => Host | undefined): HostLive {
  const live = useLive(new LiveSession({
    hosts: [host],
    topics,
    // History is stored after a minute or so; what is before that comes from there.
    replaySeconds: choice.value.kind === 'live' ? Math.max(60, choice.value.span / 1000) : 120,
    keptSeconds: KEPT_SECONDS,
  }))
  const { session, now } = live
  const newestTime = computed(() => session.value.samples(host, SYSTEM).at(-1)?.time)
  const age = computed(() => {
    const lastSeen = known()?.lastSeen
    const seen = session.value.receivedAt(host) ?? newestTime.value ?? (lastSeen === undefined ? undefined : Date.parse(lastSeen))
    return seen === undefined ? undefined : Math.max(0, Math.floor((now.value - seen) / 1000) * 1000)
  })
  /** On the host's clock, so that a browser whose clock is wrong shows the same; steps with the samples, or alone when they stay away. */
  const edge = computed(() => {
    const late = age.value ?? 0
    return newestTime.value === undefined ? Math.floor(now.value / 1000) * 1000 : newestTime.value + (late < 2000 ? 0 : late)
  })
  const range = computed<Range>((before) => {
    const wanted = choice.value.kind === 'fixed' ? choice.value : { from: edge.value - choice.value.span, to: edge.value }
    return before?.from === wanted.from && before.to === wanted.to ? before : { from: wanted.from, to: wanted.to }
  })
  return { ...live, newestTime, age, range }
}
