import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'

/** Where all charts of a page show their values: 0 is the left end of the time axis, 1 the right one. */
export type Cursor = ShallowRef<number | undefined>

export const CURSOR: InjectionKey<Cursor> = Symbol('cursor')

/** One for all charts inside of the component that calls this. */
export function provideCursor(): Cursor {
  const cursor: Cursor = shallowRef()
  provide(CURSOR, cursor)
  return cursor
}

export function useCursor(): Cursor {
  const cursor = inject(CURSOR)
  if (!cursor) throw new Error('a chart stands on a page with a cursor')
  return cursor
}
