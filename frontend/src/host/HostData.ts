import type { ComputedRef, InjectionKey, ShallowRef } from 'vue'
import { inject } from 'vue'
import type { Annotation } from '@/api/rest'
import type { Range } from '@/core/frame'
import type { LiveSession } from '@/live/session'
import type { TimeRange } from '@/time/timeRange'
import type { Comparison } from './comparison'

/** What every chart of a host's page draws from. */
export interface HostData {
  host: string
  session: Readonly<ShallowRef<LiveSession>>
  choice: ComputedRef<TimeRange>
  /** The times at the ends of every chart's axis. */
  range: ComputedRef<Range>
  show: (range: TimeRange) => void
  /** The newest that there is of the host, on its own clock; undefined before anything came. */
  newestTime: ComputedRef<number | undefined>
  /** Milliseconds since it arrived. */
  age: ComputedRef<number | undefined>
  comparison: ComputedRef<Comparison | undefined>
  annotations: Readonly<ShallowRef<readonly Annotation[]>>
}

export const HOST_DATA: InjectionKey<HostData> = Symbol('host data')

export function useHostData(): HostData {
  const data = inject(HOST_DATA)
  if (!data) throw new Error('a chart stands on the page of a host')
  return data
}
