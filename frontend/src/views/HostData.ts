import type { InjectionKey, ComputedRef, ShallowRef } from 'vue'
import { inject } from 'vue'
import type { Range } from '@/core/frame'
import type { LiveSession } from '@/live/session'
import type { TimeRange } from './timeRange'

/** What every chart of a host's page draws from. */
export interface HostData {
  host: string
  session: Readonly<ShallowRef<LiveSession>>
  choice: ComputedRef<TimeRange>
  /** The times at the ends of every chart's axis. */
  range: ComputedRef<Range>
  show: (range: TimeRange) => void
}

export const HOST_DATA: InjectionKey<HostData> = Symbol('host data')

export function useHostData(): HostData {
  const data = inject(HOST_DATA)
  if (!data) throw new Error('a chart stands on the page of a host')
  return data
}
