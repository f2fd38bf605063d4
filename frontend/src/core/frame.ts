import { parsePath, valueAt, type Step } from './path'

/** What every event says of itself, whatever it measured. */
export interface Envelope {
  host: string
  run: string
  sequence: number
  time: string
}

/** An event with its time read once. */
export interface Sample<E extends Envelope = Envelope> {
  /** Epoch milliseconds. */
  time: number
  event: E
}

/** Lost, not stored yet, nobody looked, or not here yet; `unreliable` has data that should not be trusted. */
export type GapReason = 'missing' | 'pending' | 'unobserved' | 'late' | 'unreliable'

/** A time without data, and why. Epoch milliseconds. */
export interface Gap {
  from: number
  to: number
  reason: GapReason
}

/** A value for each time; null where there is none, so that no line is drawn across. */
export type Column = readonly (number | null)[]

/** What a chart draws: columns over one time axis. */
export interface Frame {
  /** Epoch milliseconds, ascending. */
  time: readonly number[]
  columns: readonly Column[]
  gaps: readonly Gap[]
}

export interface Range {
  from: number
  to: number
}

/**
 * The values at `paths` of the samples that carry `family`. Between two of them is a gap where an event was lost
 * (a hole in `sequence`), where nobody looked (another `run`), or where the family was left out.
 */
export function toFrame(samples: Iterable<Sample>, family: string, paths: readonly string[], range: Range): Frame {
  const familySteps = parsePath(family)
  const steps = paths.map(parsePath)
  const frame = { time: [] as number[], columns: paths.map((): (number | null)[] => []), gaps: [] as Gap[] }
  const push = (at: number, event: unknown): void => {
    frame.time.push(at)
    frame.columns.forEach((column, index) => column.push(numberAt(event, steps[index] ?? [])))
  }
  let before: Envelope | undefined
  let last: number | undefined
  let lost = false
  for (const { time, event } of samples) {
    if (time > range.to) break
    lost ||= before?.run === event.run && event.sequence !== before.sequence + 1
    before = event
    const interval = intervalOf(valueAt(event, familySteps))
    if (interval === undefined) continue
    if (time >= range.from) {
      if (last !== undefined && (lost || time - last > 2.5 * interval)) {
        frame.gaps.push({ from: last, to: time, reason: lost ? 'missing' : 'unobserved' })
        push((last + time) / 2, undefined)
      }
      push(time, event)
    }
    last = time
    lost = false
  }
  return frame
}

/** History up to where live begins, then live. */
export function joinFrames(history: Frame | undefined, live: Frame): Frame {
  const start = live.time[0]
  if (!history || history.time.length === 0) return live
  if (start === undefined) return history
  const length = firstAtOrAfter(history.time, start)
  return {
    time: [...history.time.slice(0, length), ...live.time],
    columns: live.columns.map((column, index) => [...(history.columns[index] ?? []).slice(0, length), ...column]),
    gaps: [...clip(history.gaps, { from: 0, to: start }), ...live.gaps],
  }
}

/** Puts a row without values into each gap. */
export function breakAtGaps(frame: Frame): Frame {
  const time = [...frame.time]
  const columns = frame.columns.map((column) => [...column])
  for (const { from, to } of frame.gaps) {
    const middle = (from + to) / 2
    const index = firstAtOrAfter(time, middle)
    time.splice(index, 0, middle)
    for (const column of columns) column.splice(index, 0, null)
  }
  return { time, columns, gaps: frame.gaps }
}

/** What of `gaps` is inside the range. */
export function clip(gaps: readonly Gap[], { from, to }: Range): Gap[] {
  return gaps
    .map((gap) => ({ ...gap, from: Math.max(gap.from, from), to: Math.min(gap.to, to) }))
    .filter((gap) => gap.from < gap.to)
}

/** The times in which a column is below `least`. */
export function spansBelow({ time }: Frame, column: Column, least: number): Range[] {
  const spans: { from: number; to: number }[] = []
  let open = false
  time.forEach((at, row) => {
    const value = column[row]
    const below = typeof value === 'number' && value < least
    const last = spans.at(-1)
    if (below && open && last) last.to = at
    else if (below) spans.push({ from: at, to: at })
    open = below
  })
  return spans
}

/** A frame of another time as if it were of this one. */
export function shift(frame: Frame, by: number): Frame {
  return by === 0 ? frame : { ...frame, time: frame.time.map((at) => at + by), gaps: frame.gaps.map((gap) => ({ ...gap, from: gap.from + by, to: gap.to + by })) }
}

/** The row nearest to `at`, -1 if there is none. */
export function nearestRow(time: readonly number[], at: number): number {
  const after = firstAtOrAfter(time, at)
  const before = after - 1
  if (after >= time.length) return before
  return before >= 0 && at - (time[before] ?? 0) < (time[after] ?? 0) - at ? before : after
}

/** The newest row that has a value, -1 if there is none. */
export function newestRow({ time, columns }: Frame): number {
  return time.findLastIndex((_, row) => columns.some((column) => typeof column[row] === 'number'))
}

function firstAtOrAfter(time: readonly number[], at: number): number {
  let low = 0
  let high = time.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((time[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

function numberAt(event: unknown, steps: readonly Step[]): number | null {
  const value = valueAt(event, steps)
  return typeof value === 'number' ? value : null
}

/** Milliseconds that the family's sample covers, undefined where the event does not carry it. */
function intervalOf(family: unknown): number | undefined {
  if (typeof family !== 'object' || family === null || !('intervalSeconds' in family)) return undefined
  return typeof family.intervalSeconds === 'number' ? family.intervalSeconds * 1000 : undefined
}
