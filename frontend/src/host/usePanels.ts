import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { SampleTopic } from '@/api/messages'
import { families } from '@/families'
import type { Families, Family, FamilyChart, Panel } from '@/families/types'
import { LOOK_BACK, type LiveSession } from '@/live/session'

export interface PlacedPanel {
  family: Family
  topic: SampleTopic
  panel: Panel
  /** Why the family is not measured, if it is not. */
  unavailable: string | undefined
}

/** Every chart of the host's page. They change only when a device appears, so that nothing jumps. */
export function usePanels(session: Readonly<ShallowRef<LiveSession>>, host: string): ComputedRef<readonly PlacedPanel[]> {
  const seen = new Map<Family, Set<string>>()
  const names = Object.keys(families) as Family[]

  const shape = settled(() => names.map((family) => [...look(family)].sort(byNumber)))
  const reasons = settled(() => names.map((family) => session.value.samples(host, families[family].topic).at(-1)?.event.unavailable?.[family] ?? null))
  return computed(() => names.flatMap((family, index) => place(family, shape.value[index] ?? [], reasons.value[index] ?? undefined)))

  // F ties a family's chart to its sample, which the rule does not see.
  /* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
  function look<F extends Family>(family: F): Set<string> {
    const { topic, keys }: FamilyChart<F> = families[family]
    const all = seen.get(family) ?? new Set()
    seen.set(family, all)
    const sample = newest(family, topic)
    if (sample) for (const key of keys?.(sample) ?? []) all.add(key)
    return all
  }

  /** Not every family is due at every tick. */
  function newest<F extends Family>(family: F, topic: SampleTopic): Families[F] | undefined {
    const samples = session.value.samples(host, topic)
    for (let back = 1; back <= Math.min(LOOK_BACK, samples.length); back++) {
      const found = (samples.at(-back)?.event as Partial<Families> | undefined)?.[family]
      if (found) return found
    }
    return undefined
  }

  function place<F extends Family>(family: F, keys: string[], unavailable: string | undefined): PlacedPanel[] {
    const { topic, panels }: FamilyChart<F> = families[family]
    return panels(keys)
      .filter((panel) => panel.series.length > 0)
      .map((panel) => ({ family, topic, panel, unavailable }))
  }
  /* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */
}

/** The same object as long as it says the same: what is made of it is not made anew at every tick. */
function settled<T>(read: () => T): ComputedRef<T> {
  return computed<T>((before) => {
    const now = read()
    return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, undefined, { numeric: true })
}
