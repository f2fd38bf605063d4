import type { Page } from '@playwright/test'
import { expect } from './page'

/** Draws the CPU of two hosts, of which one is chosen already. */
export async function picksMetric(page: Page): Promise<void> {
  await page.getByRole('option', { name: 'simulated-0002' }).click()
  await page.getByPlaceholder('Search the catalogue').fill('cpu.utilization')
  await page.getByRole('option', { name: /^cpu\.utilization/ }).click()
  await expect(page).toHaveURL(/s=0:.*cpu\.utilization/)
  await expect(page.locator('[data-panel="explore-0"][data-newest]')).toBeVisible()
}
