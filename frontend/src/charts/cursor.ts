import { computed, inject, provide, shallowRef, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { Range } from '@/core/frame'

/** Where all charts of a page show their values. */
export interface Cursor {
  /** Under the pointer or moved by keys: 0 is the left end of the time axis, 1 the right one. */
  hover: ShallowRef<number | undefined>
  /** Kept by a click, epoch milliseconds: it stays on its moment while the axis goes on. */
  pinned: Ref<number | undefined>
}

export const CURSOR: InjectionKey<Cursor> = Symbol('cursor')

/** One for all charts inside of the component that calls this. */
export function provideCursor(pinned: Ref<number | undefined> = shallowRef()): Cursor {
  const cursor: Cursor = { hover: shallowRef(), pinned }
  provide(CURSOR, cursor)
  return cursor
}

export function useCursor(): Cursor {
  const cursor = inject(CURSOR)
  if (!cursor) throw new Error('a chart stands on a page with a cursor')
  return cursor
}

/** The moment that is looked at: under the pointer, else the kept one if it is on the axis; undefined for the newest. */
export function useCursorTime(range: () => Range, { hover, pinned } = useCursor()): ComputedRef<number | undefined> {
  return computed(() => {
    const { from, to } = range()
    if (hover.value !== undefined) return from + hover.value * (to - from)
    return pinned.value !== undefined && pinned.value >= from && pinned.value <= to ? pinned.value : undefined
  })
}
