import type { Column, Frame } from '@/core/frame'
import { answerOf, gateway } from './client'

export interface HistoryQuery {
  host: string
  metrics: readonly string[]
  /** Epoch milliseconds. */
  from: number
  to: number
  points: number
}

/** A frame whose columns say what they are: of the metrics that were asked for, those that there are. */
export interface NamedFrame extends Frame {
  series: readonly { host: string; path: string }[]
  /** Where it is from: the samples themselves, or spans of a minute or an hour. */
  tier: string
}

/**
 * A column for each of the metrics, in their order; a metric that the host does not have is a column of nulls. Questions of the
 * same moment that differ in their metrics only, as those of the charts of one family, are asked as one.
 */
export async function getHistory(query: HistoryQuery, signal?: AbortSignal): Promise<Frame> {
  // The panel of a family that has not said its devices yet.
  if (query.metrics.length === 0) return { time: [], columns: [], gaps: [] }
  const { series, columns, time, gaps } = await together(query)
  signal?.throwIfAborted()
  const places = new Map(series.map(({ path }, index) => [path, index]))
  const column = (metric: string): Column => columns[places.get(metric) ?? -1] ?? time.map(() => null)
  return { time, gaps, columns: query.metrics.map(column) }
}

interface Batch {
  metrics: Set<string>
  length: number
  answer: Promise<NamedFrame>
}

/** Characters of the metrics in one address, which servers bound at 8 KiB. */
const LONGEST = 6000
const batches = new Map<string, Batch>()

/** Families are asked for apart: their samples are not of the same times, and a hole would be drawn where there is none. */
function together({ host, metrics, from, to, points }: HistoryQuery): Promise<NamedFrame> {
  const family = /^\w+/.exec(metrics[0] ?? '')?.[0] ?? ''
  const key = JSON.stringify([host, family, from, to, points])
  let batch = batches.get(key)
  const length = lengthOf(metrics)
  if (!batch || batch.length + length > LONGEST) {
    const asked = new Set<string>()
    const answer = new Promise<void>((resolve) => { setTimeout(resolve) }).then(() => {
      batches.delete(key)
      return getSeries({ hosts: [host], metrics: [...asked], from, to, points })
    })
    batch = { metrics: asked, length: 0, answer }
    batches.set(key, batch)
  }
  for (const metric of metrics) batch.metrics.add(metric)
  batch.length += length
  return batch.answer
}

function lengthOf(metrics: readonly string[]): number {
  return metrics.reduce((sum, metric) => sum + encodeURIComponent(metric).length + '&metric='.length, 0)
}

/** Whatever there is of the metrics, wildcards expanded. */
export async function getSeries(query: Omit<HistoryQuery, 'host'> & { hosts: readonly string[] }, signal?: AbortSignal): Promise<NamedFrame> {
  const { hosts, metrics, from, to, points } = query
  const asked = { host: [...hosts], metric: [...metrics], from: new Date(from).toISOString(), to: new Date(to).toISOString(), points }
  const { time, series, gaps, tier } = await answerOf(gateway.GET('/api/v1/history', { params: { query: asked }, signal: signal ?? null }))
  return {
    time,
    columns: series.map(({ avg }) => avg),
    series: series.map(({ host, metric }) => ({ host, path: metric })),
    gaps: gaps.map((gap) => ({ from: Date.parse(gap.from), to: Date.parse(gap.to), reason: gap.reason })),
    tier,
  }
}
