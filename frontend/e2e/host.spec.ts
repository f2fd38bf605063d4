import { expect, newestOf, openHost, test } from './page'

test('the page of a host knows what it is and moves with it', async ({ page }) => {
  await openHost(page)
  await expect(page.locator('[data-connection="connected"]')).toBeAttached()
  for (const fact of ['Kernel', 'Cores']) await expect(page.locator('dt').filter({ hasText: new RegExp(`^${fact}$`) })).toBeVisible()
  const canvas = page.locator('[data-panel="cpu"] canvas').first()
  const [before, picture] = [await newestOf(page, 'cpu'), await canvas.screenshot()]
  await expect.poll(() => newestOf(page, 'cpu')).toBeGreaterThan(before)
  await expect.poll(async () => picture.equals(await canvas.screenshot())).toBe(false)
  expect(Math.abs(Date.now() - (await newestOf(page, 'cpu'))), 'the newest point is of now').toBeLessThan(20_000)
  await expect(page.getByRole('heading', { name: 'Busy' })).toBeVisible()
})

test('a drag on one chart zooms all of them, back undoes it, and Live goes on', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a finger scrolls the page; phones have the buttons')
  await openHost(page)
  const plot = page.getByRole('slider', { name: 'CPU at', exact: true })
  const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + box.width * 0.6, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, box.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/from=.*to=/)
  await page.goBack()
  await expect(page).not.toHaveURL(/from=/)
  await page.mouse.move(box.x + box.width * 0.5, box.y + 40)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect(page).toHaveURL(/from=/)
  await page.keyboard.press('l')
  await expect(page).not.toHaveURL(/from=/)
})

test('an hour is filled from the history, and goes on live', async ({ page }) => {
  await openHost(page)
  const answer = page.waitForResponse((response) => response.url().includes('/api/v1/history'))
  await page.getByRole('radio', { name: 'The last 1 hour' }).or(page.getByRole('button', { name: 'The last 1 hour' })).click()
  expect((await answer).status()).toBe(200)
  await expect(page).toHaveURL(/range=1h/)
  const before = await newestOf(page, 'cpu')
  await expect.poll(() => newestOf(page, 'cpu')).toBeGreaterThan(before)
})

test('absolute times, in UTC', async ({ page }) => {
  await openHost(page)
  await page.getByRole('button', { name: 'From, to' }).click()
  await page.getByRole('radio', { name: 'UTC' }).or(page.getByRole('button', { name: 'UTC', exact: true })).first().click()
  await page.getByLabel('From', { exact: true }).fill('2026-03-01T12:00:00')
  await page.getByLabel('To', { exact: true }).fill('2026-03-01T11:00:00')
  await expect(page.getByRole('alert')).toContainText('after the beginning')
  await page.getByLabel('To', { exact: true }).fill('2026-03-01T12:05:00')
  await page.getByRole('button', { name: 'Show this time' }).click()
  await expect(page).toHaveURL(/from=2026-03-01T12:00:00.000Z&to=2026-03-01T12:05:00.000Z/)
  await expect(page.locator('[data-panel="cpu"]')).toContainText('No data in this time')
})

test('a chart is expanded, shown as a table, and saved', async ({ page }) => {
  const host = await openHost(page)
  const menu = page.getByRole('button', { name: 'Memory: more' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Expand' }).click()
  await expect(page).toHaveURL(/chart=memory/)
  await expect(page.getByRole('dialog', { name: 'Memory' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/chart=/)
  for (const [item, extension] of [['Save as CSV', 'csv'], ['Save as PNG', 'png']] as const) {
    const download = page.waitForEvent('download')
    await menu.click()
    await page.getByRole('menuitem', { name: item }).click()
    expect((await download).suggestedFilename()).toMatch(new RegExp(`^${host}-memory-.*\\.${extension}$`))
  }
  await menu.click()
  await page.getByRole('menuitem', { name: 'Show as a table' }).click()
  await expect(page.locator('[data-panel="memory"] tbody tr').first()).toContainText(/\d\d:\d\d:\d\d/)
})

test('the processes are those of the moment that was clicked', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same with a finger')
  await openHost(page)
  const table = page.locator('[data-processes]')
  await table.scrollIntoViewIfNeeded()
  await expect(table.locator('tbody tr').first()).toBeVisible()
  await page.locator('[data-panel="cpu"]').scrollIntoViewIfNeeded()
  const plot = page.getByRole('slider', { name: 'CPU at', exact: true })
  const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await plot.click({ position: { x: box.width - 60, y: 40 } })
  await expect(page).toHaveURL(/at=/)
  await page.getByRole('button', { name: 'Processes then' }).click()
  await expect(table.locator('header')).toContainText(/at \d\d:\d\d:\d\d/)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/at=/)
})

test('a host is compared with another one', async ({ page }) => {
  await openHost(page, '?compare=@simulated-0001')
  await expect(page.locator('[data-changes] tbody tr').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'With: simulated-0001' })).toBeVisible()
})

test('a connection that breaks comes back by itself, and says what was missed', async ({ page, context }) => {
  await openHost(page)
  await page.locator('[data-connection="connected"]').waitFor({ state: 'attached' })
  await context.setOffline(true)
  await page.evaluate(() => { window.dispatchEvent(new Event('offline')) })
  await context.setOffline(false)
  await expect(page.locator('[data-connection="connected"]')).toBeAttached()
  const before = await newestOf(page, 'cpu')
  await expect.poll(() => newestOf(page, 'cpu')).toBeGreaterThan(before)
})

test('a host that nobody knows has a page that says so', async ({ page }) => {
  await page.goto('/hosts/nobody-like-that')
  await expect(page.getByRole('heading', { name: 'This host is not known' })).toBeVisible()
})
