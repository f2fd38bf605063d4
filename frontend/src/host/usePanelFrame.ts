import { useIntersectionObserver } from '@vueuse/core'
import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { SampleTopic } from '@/api/messages'
import type { ApiError } from '@/api/client'
import type { HistoryQuery } from '@/api/history'
import { breakAtGaps, joinFrames, newestRow, shift, toFrame, type Frame } from '@/core/frame'
import type { Panel } from '@/families/types'
import { useHostData } from './HostData'
import { useHistory } from '@/time/useHistory'

const EMPTY: Frame = { time: [], columns: [], gaps: [] }
/** Points over the width of a chart: more than that nobody sees. */
const POINTS = 600
const LATE_AFTER = 5000
const LEAST_MISSING = 3000
/** How often a live chart asks again for what it is compared with. */
const MARGIN = 30_000

export interface PanelFrame {
  frame: Readonly<ShallowRef<Frame>>
  /** The time or the host that is compared with, on this time's axis. */
  other: ComputedRef<Frame | undefined>
  max: ComputedRef<number | undefined>
  loading: Readonly<ShallowRef<boolean>>
  error: Readonly<ShallowRef<ApiError | undefined>>
  /** Whether it was in sight at all. */
  drawn: Readonly<ShallowRef<boolean>>
}

/** What a panel draws: history, then live. While it is out of sight nothing is read, asked or drawn. */
export function usePanelFrame(element: Ref<HTMLElement | null>, panel: () => Panel, family: string, topic: SampleTopic): PanelFrame {
  const { host, session, choice, range, comparison } = useHostData()
  const visible = shallowRef(false)
  useIntersectionObserver(element, (entries) => { visible.value = entries.at(-1)?.isIntersecting ?? false }, { rootMargin: '100px' })

  const paths = computed(() => pathsOf(panel()))
  const question = shallowRef<HistoryQuery>()
  const history = useHistory(() => question.value)
  const frame = shallowRef(EMPTY)
  const drawn = shallowRef(false)

  /** What live cannot show: everything before it, or all of it. */
  function wanted(): HistoryQuery | undefined {
    if (paths.value.length === 0) return undefined
    const { from, to } = range.value
    const query = { host, metrics: paths.value, from, to, points: POINTS }
    if (choice.value.kind !== 'live') return query
    const oldest = session.value.samples(host, topic).at(0)?.time ?? to
    return session.value.ready && oldest - from > LEAST_MISSING ? { ...query, to: oldest } : undefined
  }

  function draw(): void {
    drawn.value = true
    const { from, to } = range.value
    const known = history.frame.value && breakAtGaps(history.frame.value)
    const recent = choice.value.kind === 'recent'
    const start = recent ? (known?.time.at(-1) ?? to) + 1 : from
    const live = choice.value.kind === 'fixed' ? EMPTY : toFrame(session.value.since(host, topic, start), family, paths.value, { from: start, to })
    frame.value = withLateness(joinFrames(known, { ...live, columns: paths.value.map((_, index) => live.columns[index] ?? []) }), to, choice.value.kind !== 'fixed')
  }

  const otherQuestion = shallowRef<HistoryQuery>()
  const otherHistory = useHistory(() => otherQuestion.value)
  const other = computed(() => {
    const known = comparison.value && otherHistory.frame.value
    return known && shift(breakAtGaps(known), comparison.value.earlier)
  })

  /** The same of the other time; a live axis goes on, so a little more than it shows. */
  function wantedOther(): HistoryQuery | undefined {
    const { earlier, host: of } = comparison.value ?? {}
    if (of === undefined || earlier === undefined || paths.value.length === 0) return undefined
    const { from, to } = range.value
    return { host: of, metrics: paths.value, from: from - earlier, to: to - earlier + (choice.value.kind === 'live' && earlier > 0 ? MARGIN : 0), points: POINTS }
  }

  const epoch = computed(() => epochOf(choice.value, range.value.to, session.value.ready))
  const otherEpoch = computed(() => `${comparison.value?.name ?? ''} ${choice.value.kind === 'live' ? Math.floor(range.value.to / MARGIN) : epoch.value}`)
  watch([visible, epoch, () => paths.value.join('\n')], () => { if (visible.value) question.value = wanted() }, { immediate: true })
  watch([visible, otherEpoch, () => paths.value.join('\n')], () => { if (visible.value) otherQuestion.value = wantedOther() }, { immediate: true })
  watch([visible, session, range, history.frame, paths], () => { if (visible.value) draw() }, { immediate: true })

  const max = computed(() => {
    const of = panel().max
    return typeof of === 'string' ? newest(frame.value, panel().series.length) : of
  })
  return { frame, other, max, loading: history.loading, error: history.error, drawn }
}

/** The series' paths, that of the axis' end if it is measured too, and what tells the quality. */
function pathsOf({ series, max, runningRatios }: Panel): string[] {
  return [...series.map(({ path }) => path), ...(typeof max === 'string' ? [max] : []), ...(runningRatios ?? [])]
}

/** Changes when history has to be asked again: a longer time up to now goes on by itself, a point at a time. */
function epochOf(choice: ReturnType<typeof useHostData>['choice']['value'], to: number, ready: boolean): string {
  switch (choice.kind) {
    case 'live':
      return `${choice.name} ${ready}`
    case 'recent':
      return `${choice.name} ${Math.floor(to / Math.max(10_000, choice.span / POINTS))}`
    case 'fixed':
      return `${choice.from} ${choice.to}`
  }
}

function withLateness(frame: Frame, now: number, live: boolean): Frame {
  const last = frame.time[newestRow(frame)]
  if (!live || last === undefined || now - last < LATE_AFTER) return frame
  return { ...frame, gaps: [...frame.gaps, { from: last, to: now, reason: 'late' }] }
}

function newest(frame: Frame, index: number): number | undefined {
  return frame.columns[index]?.findLast((value) => value !== null) ?? undefined
}
