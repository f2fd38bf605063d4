// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { nextTick, shallowRef, type App } from 'vue'
import { clockTime } from '@/core/clock'
import type { Frame } from '@/core/frame'
import type { Panel } from '@/families/types'
import { eventually } from '@/testing/eventually'
import { mount } from '@/testing/mount'
import ChartCard from './ChartCard.vue'
// Loaded here, and not while the test waits for it.
import './ChartMenuItems.vue'
import { CURSOR } from './cursor'

const START = Date.UTC(2026, 2, 1, 12)
const panel: Panel = {
  id: 'cores',
  title: 'Cores',
  about: 'How busy.',
  kind: 'heat',
  unit: 'ratio',
  width: 'half',
  series: [{ path: 'cpu.cores[0].utilization', name: 'CPU 0', colour: 'blue' }],
}
const frame: Frame = {
  time: [START, START + 2500, START + 5000, START + 10_000],
  columns: [[0.1, null, 0.5, 0.9]],
  gaps: [{ from: START, to: START + 5000, reason: 'missing' }],
}
const range = { from: START, to: START + 10_000 }

const prepare = (app: App): void => void app.provide(CURSOR, { hover: shallowRef(), pinned: shallowRef() })

async function card(shown = frame): Promise<{ element: HTMLElement; plot: () => HTMLElement | null }> {
  const { element } = await mount(ChartCard, { panel, subject: 'web-1', frame: shown, range, state: 'No data in this time' }, { prepare })
  return { element, plot: () => element.querySelector('[role=slider]') }
}

async function press(key: string, on: HTMLElement | null): Promise<void> {
  on?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await nextTick()
}

it('tells its newest point to whoever cannot see the picture', async () => {
  const { element, plot } = await card()
  expect(element.querySelector('figure')?.dataset.newest).toBe(String(START + 10_000))
  expect(element.querySelector('time')?.dateTime).toBe('2026-03-01T12:00:10.000Z')
  expect(plot()?.getAttribute('aria-valuetext')).toBe(`${clockTime(START + 10_000)}: CPU 0 90.0\u202f%`)
})

it('reads the values under the cursor, and why there are none', async () => {
  const { plot } = await card()
  await press('Home', plot())
  expect(plot()?.getAttribute('aria-valuetext')).toContain('10.0')
  for (let step = 0; step < 20; step++) await press('ArrowRight', plot())
  expect(plot()?.getAttribute('aria-valuetext')).toBe('Lost: measured, but it did not arrive')
  await press('End', plot())
  expect(plot()?.getAttribute('aria-valuetext')).toContain('90.0')
})

it('has a table, newest first, with the gaps in it', { timeout: 20_000 }, async () => {
  const { element } = await card()
  element.querySelector<HTMLButtonElement>('button[aria-haspopup]')?.click()
  await eventually(() => { expect(document.querySelector('[role=menu]')).not.toBeNull() })
  const item = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(({ textContent }) => textContent.includes('table'))
  item?.click()
  await nextTick()
  const rows = [...element.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))
  expect(rows.map(([, value]) => value)).toEqual(['90.0\u202f%', '50.0\u202f%', 'Lost: measured, but it did not arrive', '10.0\u202f%'])
})

it('says why it is empty', async () => {
  const { element, plot } = await card({ time: [], columns: [[]], gaps: [] })
  expect(element.textContent).toContain('No data in this time')
  expect(plot()).toBeNull()
})
