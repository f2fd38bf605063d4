import type { RouteLocationRaw } from 'vue-router'
import type { Host, HostState } from '@/api/rest'

/** Somewhere to go: a page, or a chart on the one that is open. */
export interface Place {
  id: string
  title: string
  kind: 'Host' | 'Page' | 'Chart'
  state?: HostState
  to?: RouteLocationRaw
  element?: HTMLElement
}

const PAGES: readonly Place[] = [
  { id: 'page fleet', title: 'Fleet', kind: 'Page', to: { name: 'fleet', query: { all: null } } },
  { id: 'page explore', title: 'Explore', kind: 'Page', to: { name: 'explore' } },
  { id: 'page settings', title: 'Settings', kind: 'Page', to: { name: 'settings' } },
]

/** What `text` may mean; what begins with it comes first. */
export function placesFor(text: string, hosts: readonly Pick<Host, 'host' | 'state'>[], charts: readonly Place[]): Place[] {
  const wanted = text.trim().toLowerCase()
  const all: Place[] = [
    ...charts,
    ...hosts.map(({ host, state }): Place => ({ id: `host ${host}`, title: host, kind: 'Host', state, to: { name: 'host', params: { host } } })),
    ...PAGES,
  ]
  const begins = all.filter(({ title }) => title.toLowerCase().startsWith(wanted))
  const contains = all.filter((place) => place.title.toLowerCase().includes(wanted) && !begins.includes(place))
  return [...begins, ...contains]
}
