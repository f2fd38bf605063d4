import type { Page } from '@playwright/test'
import { expect } from './page'

// What people do on the page of the fleet, which is open.

export async function movesTogether(page: Page): Promise<void> {
  await expect(page.locator('[data-host]').first()).toBeVisible()
  await expect(page.getByText(/^All \d{2,}$/)).toBeVisible()
  const values = page.locator('[data-host] .cpu .number')
  const before = await values.allTextContents()
  await expect.poll(() => values.allTextContents(), 'the values move').not.toEqual(before)
  expect(await page.locator('[data-host]').count(), 'only what is in sight is an element').toBeLessThan(45)
}

/** The lines begin with the minute before, not with the moment at which somebody came. */
export async function drawsLines(page: Page): Promise<void> {
  const points = (): Promise<number> => page.locator('[data-host] .spark path:last-child').first().evaluate((path) => path.getAttribute('d')?.match(/L/g)?.length ?? 0)
  await expect.poll(points, { message: 'there is a frame a second: so many cannot have come since', timeout: 10_000 }).toBeGreaterThan(14)
}

export async function findsHost(page: Page, host: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(host)
  await expect(page.locator('[data-host]')).toHaveCount(1)
  await expect(page).toHaveURL(new RegExp(`q=${host}`))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/hosts/${host}`))
}
