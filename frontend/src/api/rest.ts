import type { Frame, GapReason } from '@/core/frame'
import type { HostEvent } from './events.gen'

/** What is known of a host. */
export interface Host {
  host: string
  state: HostState
  /** When its newest event arrived; absent if nothing was ever measured. */
  lastSeen?: string
  /** Newest values, by path; empty for a host that is gone. */
  headline: Record<string, number>
  /** Whether two machines use this name. */
  conflict: boolean
  /** What each of its probes said of it, newest first. */
  probes: HostEvent[]
}

export type HostState = 'up' | 'late' | 'gone'

interface HistoryResponse {
  from: string | number
  until: string | number
  tier: string
  time: number[]
  series: { host: string; metric: string; min: (number | null)[]; avg: (number | null)[]; max: (number | null)[] }[]
  gaps: { host: string; from: string | number; to: string | number; reason: Exclude<GapReason, 'late'> }[]
}

export interface HistoryQuery {
  host: string
  metrics: readonly string[]
  /** Epoch milliseconds. */
  from: number
  to: number
  points: number
}

/** What went wrong, in words for a person (RFC 9457). `status` is 0 if there was no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string,
  ) {
    super(detail)
    this.name = 'ApiError'
  }
}

export async function getHosts(signal?: AbortSignal): Promise<Host[]> {
  return get<Host[]>('/api/v1/hosts', signal)
}

export async function getHost(host: string, signal?: AbortSignal): Promise<Host> {
  return get<Host>(`/api/v1/hosts/${encodeURIComponent(host)}`, signal)
}

/** A column for each of the metrics, in their order; a metric that the host does not have is a column of nulls. */
export async function getHistory(query: HistoryQuery, signal?: AbortSignal): Promise<Frame> {
  const { host, metrics, from, to, points } = query
  // The panel of a family that has not said its devices yet.
  if (metrics.length === 0) return { time: [], columns: [], gaps: [] }
  const parameters = new URLSearchParams({ host, from: time(from), to: time(to), points: String(points) })
  for (const metric of metrics) parameters.append('metric', metric)
  const { time: rows, series, gaps } = await get<HistoryResponse>(`/api/v1/history?${parameters}`, signal)
  const columns = metrics.map((metric) => series.find((s) => s.metric === metric)?.avg ?? rows.map(() => null))
  return { time: rows, columns, gaps: gaps.map((gap) => ({ ...gap, from: instant(gap.from), to: instant(gap.to) })) }
}

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { headers: { Accept: 'application/json' }, ...(signal && { signal }) })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(0, 'No answer', 'The gateway does not answer. Is PerfWatch running?')
  }
  if (!response.ok) throw await problem(response)
  return (await response.json()) as T
}

async function problem(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const { title, detail } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  return new ApiError(
    response.status,
    typeof title === 'string' ? title : `HTTP ${response.status}`,
    typeof detail === 'string' ? detail : response.statusText,
  )
}

function time(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString()
}

function instant(value: string | number): number {
  return typeof value === 'number' ? value : Date.parse(value)
}
