import type { Page } from '@playwright/test'
import { expect, newestOf } from './page'

// What people do on the page of a host, which is open.

export async function movesLive(page: Page): Promise<void> {
  await expect(page.locator('[data-connection="connected"]')).toBeAttached()
  for (const fact of ['Kernel', 'Cores']) await expect(page.locator('dt').filter({ hasText: new RegExp(`^${fact}$`) })).toBeVisible()
  const canvas = page.locator('[data-panel="cpu"] canvas').first()
  const [before, picture] = [await newestOf(page, 'cpu'), await canvas.screenshot()]
  await expect.poll(() => newestOf(page, 'cpu'), 'the newest point moves').toBeGreaterThan(before)
  await expect.poll(async () => picture.equals(await canvas.screenshot()), 'so does the picture').toBe(false)
  expect(Math.abs(Date.now() - (await newestOf(page, 'cpu'))), 'the newest point is of now').toBeLessThan(20_000)
  await expect(page.getByRole('heading', { name: 'Busy' })).toBeVisible()
}

export async function zoomsAndGoesBack(page: Page): Promise<void> {
  const { x, y, width } = await plotOf(page)
  await page.mouse.move(x + width * 0.6, y + 40)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.9, y + 40, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/from=.*to=/)
  await page.goBack()
  await expect(page).not.toHaveURL(/from=/)
  await page.mouse.move(x + width * 0.5, y + 40)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect(page).toHaveURL(/from=/)
  await page.keyboard.press('l')
  await expect(page).not.toHaveURL(/from=/)
}

export async function showsProcessesThen(page: Page): Promise<void> {
  const table = page.locator('[data-processes]')
  await table.scrollIntoViewIfNeeded()
  await expect(table.locator('tbody tr').first()).toBeVisible()
  await keepsMoment(page, 60)
  await page.getByRole('button', { name: 'Processes then' }).click()
  await expect(table.locator('header')).toContainText(/at \d\d:\d\d:\d\d/)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/at=/)
}

/** Presses the CPU chart, with a finger where there is one. @param fromEnd CSS pixels from its newest end */
export async function keepsMoment(page: Page, fromEnd: number): Promise<void> {
  await page.locator('[data-panel="cpu"]').scrollIntoViewIfNeeded()
  const { x, y, width } = await plotOf(page)
  const touches = await page.evaluate(() => navigator.maxTouchPoints > 0)
  await (touches ? page.touchscreen.tap(x + width - fromEnd, y + 40) : page.mouse.click(x + width - fromEnd, y + 40))
  await expect(page).toHaveURL(/at=/)
}

/** With itself, so many seconds before. */
export async function comparesEarlier(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const field = page.getByLabel('A time that begins at')
  const shown = Date.parse(`${await field.getAttribute('max')}Z`)
  await field.fill(new Date(shown - seconds * 1000).toISOString().slice(0, 19))
  await field.press('Enter')
  await expect(page).toHaveURL(/compare=\d+/)
  await expect(page.locator('[data-changes] tbody tr').first()).toBeVisible()
}

export async function comparesWith(page: Page, host: string): Promise<void> {
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByLabel('Another host').fill(host)
  await page.getByLabel('Another host').press('Enter')
  await expect(page).toHaveURL(new RegExp(`compare=@${host}`))
  await expect(page.locator('[data-changes] tbody tr').first()).toBeVisible()
}

/** Where the CPU chart is drawn. */
export async function plotOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const plot = page.getByRole('slider', { name: 'CPU at', exact: true })
  await plot.scrollIntoViewIfNeeded()
  return (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
}
