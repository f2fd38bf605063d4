import type { FleetMessage, LiveMessage, Subscribe } from '@/api/messages'
import type { HostState } from '@/api/rest'
import { RingBuffer } from '@/core/ring'

export const FLEET_TOPICS = ['perfwatch.system.v1', 'perfwatch.counters.v1'] as const

/** The newest values of every host, and of one of them a short history. No clock, no socket. */
export class FleetSession {
  hosts: readonly string[] = []
  private columns: FleetMessage['columns'] = {}
  private rows = new Map<string, number>()
  private readonly frames: RingBuffer<ReadonlyMap<string, number | null>>
  private readonly past = new Map<string, readonly (number | null)[]>()
  /** Time of the first frame, epoch milliseconds; undefined before it. */
  since: number | undefined

  /**
   * @param remembered path of the metric whose history is kept
   * @param capacity frames of it
   */
  constructor(
    private readonly remembered: string,
    readonly capacity: number,
  ) {
    this.frames = new RingBuffer(capacity)
  }

  get ready(): boolean {
    return this.frames.length > 0
  }

  subscription(): Subscribe {
    return { type: 'subscribe', hosts: ['*'], topics: FLEET_TOPICS, view: 'fleet' }
  }

  accept(message: LiveMessage): void {
    if (message.type !== 'fleet') return
    if (message.hosts) {
      this.hosts = message.hosts
      this.rows = new Map(message.hosts.map((host, row) => [host, row]))
    }
    this.columns = message.columns
    this.since ??= Date.parse(message.time)
    this.frames.push(new Map(this.hosts.map((host) => [host, this.value(host, this.remembered)])))
  }

  /** The newest value at `path`; null where there is none. */
  value(host: string, path: string): number | null {
    const value = this.cell(host, path)
    return typeof value === 'number' ? value : null
  }

  /** Undefined for a host that the gateway has not heard of since it started. */
  state(host: string): HostState | undefined {
    const state = this.cell(host, 'state')
    return typeof state === 'string' ? (state as HostState) : undefined
  }

  /** What the remembered metric was before the first frame, oldest first, a value a frame. */
  recall(host: string, values: readonly (number | null)[]): void {
    this.past.set(host, values)
  }

  /** Oldest first. */
  history(host: string): (number | null)[] {
    const lived = [...this.frames].map((frame) => frame.get(host) ?? null)
    const missing = this.capacity - lived.length
    return missing === 0 ? lived : [...(this.past.get(host) ?? []).slice(-missing), ...lived]
  }

  private cell(host: string, column: string): number | string | null | undefined {
    const row = this.rows.get(host)
    return row === undefined ? undefined : this.columns[column]?.[row]
  }
}
