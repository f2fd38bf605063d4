// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Host } from '@/api/rest'
import { eventually } from '@/testing/eventually'
import type { FakeSocket} from '@/testing/FakeSocket';
import { fakeSockets } from '@/testing/FakeSocket'
import { mount } from '@/testing/mount'
import FleetView from './FleetView.vue'

let sockets: FakeSocket[]
beforeEach(() => { sockets = fakeSockets() })
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function host(name: string): Host {
  return { host: name, state: 'up', lastSeen: new Date().toISOString(), headline: {}, probes: [], conflict: false }
}

function gatewayAnswers(body: unknown, status = 200): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })))
}

const text = (element: HTMLElement): string => element.textContent.replace(/\s+/g, ' ')

it('goes straight to the only host', async () => {
  gatewayAnswers([host('web-1')])
  const { router } = await mount(FleetView)
  await eventually(() => { expect(router.currentRoute.value.fullPath).toBe('/hosts/web-1') })
})

it('does not show the list while it goes to the only host', async () => {
  gatewayAnswers([host('web-1')])
  const { element, router } = await mount(FleetView)
  const under = vi.fn(() => new Promise<never>(() => undefined))
  router.beforeResolve(under)
  await eventually(() => { expect(under).toHaveBeenCalled() })
  await nextTick()
  expect(router.currentRoute.value.path).toBe('/')
  expect(element.querySelector('[data-host]')).toBeNull()
  expect(element.querySelector('[aria-busy=true]')).not.toBeNull()
})

it('stays if the list was asked for', async () => {
  gatewayAnswers([host('web-1')])
  const { element, router } = await mount(FleetView, {}, { at: '/?all' })
  await eventually(() => { expect(text(element)).toContain('All 1') })
  expect(router.currentRoute.value.path).toBe('/')
})

it('shows each host, in the order of people, as it is now', async () => {
  gatewayAnswers([host('web-10'), host('web-2')])
  const { element } = await mount(FleetView)
  await eventually(() => { expect([...element.querySelectorAll<HTMLElement>('[data-host]')].map((row) => row.dataset.host)).toEqual(['web-2', 'web-10']) })
  sockets[0]?.accept()
  expect(sockets[0]?.sent).toMatchObject([{ hosts: ['*'], view: 'fleet' }])
  sockets[0]?.say({ type: 'fleet', time: '1970-01-01T00:00:00Z', hosts: ['web-10', 'web-2'], columns: { state: ['up', 'up'], 'cpu.utilization': [null, 0.425] } })
  await eventually(() => { expect(text(element)).toContain('42.5 %') })
})

it('asks again for a host that the list does not know, also when another one went', async () => {
  vi.useFakeTimers()
  gatewayAnswers([host('web-1'), host('web-2')])
  const { element } = await mount(FleetView)
  const shown = (): (string | undefined)[] => [...element.querySelectorAll<HTMLElement>('[data-host]')].map((row) => row.dataset.host)
  await vi.advanceTimersByTimeAsync(100)
  expect(shown()).toEqual(['web-1', 'web-2'])
  gatewayAnswers([host('web-1'), host('web-3')])
  sockets[0]?.accept()
  sockets[0]?.say({ type: 'fleet', time: '1970-01-01T00:00:00Z', hosts: ['web-1', 'web-3'], columns: { state: ['up', 'up'], 'cpu.utilization': [0.2, 0.1] } })
  await vi.advanceTimersByTimeAsync(2000)
  expect(shown(), 'long before the list is asked for anyway').toEqual(['web-1', 'web-3'])
})

it('shows what is searched for, and says so when nothing is like that', async () => {
  gatewayAnswers([host('web-1'), host('db-1')])
  const { element, router } = await mount(FleetView, {}, { at: '/?q=db' })
  const shown = (): (string | undefined)[] => [...element.querySelectorAll<HTMLElement>('[data-host]')].map((row) => row.dataset.host)
  await eventually(() => { expect(shown()).toEqual(['db-1']) })
  await router.push('/?q=nothing')
  await eventually(() => { expect(text(element)).toContain('No host is like that') })
})

it('says so when nothing has reported', async () => {
  gatewayAnswers([])
  const { element } = await mount(FleetView)
  await eventually(() => { expect(text(element)).toContain('No host has reported yet') })
})

it('gives the reason of the gateway, and tries again when asked', async () => {
  gatewayAnswers({ title: 'Not ready', detail: 'Kafka does not answer.' }, 503)
  const { element } = await mount(FleetView)
  await eventually(() => { expect(element.querySelector('[role=alert]')?.textContent).toMatch(/Not ready.*Kafka does not answer\./s) })
  gatewayAnswers([host('web-1'), host('web-2')])
  element.querySelector<HTMLButtonElement>('[role=alert] button')?.click()
  await eventually(() => { expect(text(element)).toContain('All 2') })
})
