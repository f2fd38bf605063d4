import type { Page } from '@playwright/test'
import { picksMetric } from './explore'
import { drawsLines } from './fleet'
import { expect, holdsTogether, picture, test } from './page'

test('explore draws what was picked, and keeps it in the address', async ({ page }) => {
  await page.goto('/explore?range=5m')
  await picksMetric(page)
  await page.reload()
  await expect(page.locator('[data-panel="explore-0"][data-newest]')).toBeVisible()
})

test('explore draws several charts, one over the whole window, and takes them away', async ({ page }) => {
  await page.goto('/explore?range=5m')
  await picksMetric(page)
  await page.getByRole('button', { name: 'Another chart' }).click()
  await page.getByPlaceholder('Search the catalogue').fill('load.runQueueLength')
  await page.getByRole('option', { name: /^load\.runQueueLength/ }).click()
  const second = page.locator('[data-panel="explore-1"]')
  await expect(second).toHaveAttribute('data-newest', /\d+/)
  await second.getByRole('button', { name: /: more$/ }).click()
  await page.getByRole('menuitem', { name: 'Expand' }).click()
  await expect(page).toHaveURL(/chart=1/)
  await expect(page.getByRole('dialog').locator('[data-newest]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/chart=/)
  await page.getByRole('region', { name: 'Chart 1' }).getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(second).toHaveCount(0)
  await expect(page).not.toHaveURL(/cpu\.utilization/)
})

test('settings keep how long the history is kept', async ({ page }) => {
  await page.goto('/settings')
  const card = page.getByRole('region', { name: 'Retention' })
  const field = card.getByRole('spinbutton').first()
  const before = await field.inputValue()
  for (const amount of [String(Number(before) + 1), before]) {
    await field.fill(amount)
    await card.getByRole('button', { name: 'Save' }).click()
    await expect(card.getByRole('status')).toContainText('Saved')
    // Whoever asks is told what the persister obeys, which hears of it a moment later.
    await expect(async () => {
      await page.reload()
      await expect(field).toHaveValue(amount, { timeout: 2000 })
    }).toPass()
  }
})

test('settings say what is not measured, and change how things look', async ({ page }) => {
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: 'Not measured' })).toBeVisible()
  await page.getByRole('radio', { name: 'Light' }).or(page.getByRole('button', { name: 'Light', exact: true })).first().click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

interface Look {
  name: string
  path: string
  /** What is there once the page has come. */
  ready: string
  /** Of the window, where more should be seen of it than fits. */
  height?: number
}

const PAGES: readonly Look[] = [
  { name: 'fleet', path: '/?all', ready: '[data-host] .spark path:last-child[d*="L"]' },
  { name: 'host', path: '/hosts/simulated-0002', ready: '[data-panel="cpu"][data-newest]' },
  { name: 'host-long', path: '/hosts/simulated-0014?compare=@simulated-0007', ready: '[data-changes] tbody tr', height: 2000 },
  { name: 'compare', path: '/hosts/simulated-0002?compare=@simulated-0003', ready: '[data-changes] tbody tr' },
  { name: 'expanded', path: '/hosts/simulated-0002?chart=cpu', ready: '[role="dialog"] [data-newest]' },
  { name: 'explore', path: '/explore?s=0:simulated-0002:cpu.utilization', ready: '[data-panel="explore-0"][data-newest]' },
  { name: 'explore-empty', path: '/explore', ready: '[role="option"]' },
  { name: 'settings', path: '/settings', ready: '[aria-labelledby="system"] button', height: 1800 },
  { name: 'login', path: '/login', ready: '[name="password"]' },
  { name: 'unknown-host', path: '/hosts/nobody-like-that', ready: 'h2' },
  { name: 'nowhere', path: '/nothing/here', ready: 'h1' },
]
for (const { name, path, ready, height } of PAGES) {
  test(`${name}: WCAG 2.2 AA, within the width of the window`, async ({ page }, { project }) => {
    if (height) await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height })
    await page.goto(path)
    await page.locator(ready).first().waitFor({ state: 'attached' })
    await page.evaluate(() => document.fonts.ready)
    if (name === 'fleet' && project.name.includes('desktop')) await drawsLines(page)
    await expect.poll(() => undrawn(page), 'every chart in the window is drawn').toEqual([])
    await picture(page, `${name}-${project.name}`)
    await holdsTogether(page)
  })
}

/** The charts in the window that neither show anything nor say why. */
function undrawn(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(() => {
    const inWindow = ({ top, bottom }: DOMRect): boolean => bottom > 0 && top < innerHeight
    return [...document.querySelectorAll<HTMLElement>('[data-panel]')]
      .filter((chart) => inWindow(chart.getBoundingClientRect()) && !chart.querySelector('canvas, .state'))
      .map(({ dataset }) => dataset.panel)
  })
}
