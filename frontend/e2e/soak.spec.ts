import { expect, test } from '@playwright/test'
import { heap } from '../bench/heap.mjs'
import { HOST } from '../bench/host.mjs'
import { serve } from '../bench/replay.mjs'

const DAY = 86_400
/** Samples of a topic that the page holds, and some more. */
const KEPT = 1500

test('a page that was open for a day holds no more than after half an hour, and still moves', { tag: '@soak' }, async ({ page }) => {
  test.setTimeout(15 * 60_000)
  const replay = await serve()
  try {
    await page.goto(`${replay.url}/hosts/${HOST}`)
    const chart = page.locator('[data-panel="cpu"][data-newest]')
    await chart.waitFor()
    await replay.speed(KEPT)
    await page.waitForTimeout(3000)
    const before = await heap(page)
    const start = Number(await chart.getAttribute('data-newest'))
    await replay.speed(DAY)
    await page.waitForTimeout(3000)
    expect(Number(await chart.getAttribute('data-newest')) - start).toBeGreaterThanOrEqual(DAY * 1000)
    expect(await heap(page)).toBeLessThan(before * 1.1)
  } finally {
    replay.close()
  }
})
