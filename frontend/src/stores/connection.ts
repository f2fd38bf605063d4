import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Connection } from '@/live/useLive'

/** What the header says of the page's live connection; undefined on a page that has none. */
export const useConnection = defineStore('connection', () => {
  const state = shallowRef<Connection>()
  const retry = shallowRef<() => void>()
  return { state, retry }
})
