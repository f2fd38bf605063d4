import { expect, test } from '@playwright/test'
import { heap, SETTLED } from '../bench/heap.mjs'
import { HOST } from '../bench/host.mjs'
import { serve } from '../bench/replay.mjs'

const DAY = 86_400

test('a page that was open for a day holds no more than after six hours, and still moves', { tag: '@soak' }, async ({ page }) => {
  test.setTimeout(15 * 60_000)
  const replay = await serve()
  try {
    await page.goto(`${replay.url}/hosts/${HOST}`)
    const chart = page.locator('[data-panel="cpu"][data-newest]')
    await chart.waitFor()
    const shows = async (tick: number): Promise<void> => {
      await expect.poll(async () => Number(await chart.getAttribute('data-newest')), 'the newest tick is drawn').toBeGreaterThanOrEqual(tick)
    }
    await replay.speed(SETTLED)
    await shows(replay.newest())
    const before = await heap(page)
    await replay.speed(DAY)
    await shows(replay.newest())
    const after = await heap(page)
    console.log(`heap ${megabytes(before)} MB, a day later ${megabytes(after)} MB`)
    expect(after).toBeLessThan(before * 1.1)
  } finally {
    replay.close()
  }
})

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
