import type { WebSocketRoute } from '@playwright/test'
import { comparesEarlier, comparesWith, keepsMoment, movesLive, showsProcessesThen, zoomsAndGoesBack } from './host'
import { expect, holdsTogether, newestOf, openHost, picture, test } from './page'

test('the page of a host knows what it is and moves with it', async ({ page }) => {
  await openHost(page)
  await movesLive(page)
  await holdsTogether(page)
})

test('a drag on one chart zooms all of them, back undoes it, and Live goes on', { tag: '@desk' }, async ({ page }) => {
  await openHost(page)
  await zoomsAndGoesBack(page)
})

test('an hour is filled from the history, and goes on live', async ({ page }) => {
  await openHost(page)
  const answer = page.waitForResponse((response) => response.url().includes('/api/v1/history'))
  await page.getByRole('toolbar', { name: 'Time' }).getByText('1h', { exact: true }).click()
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

test('the processes are those of the moment that was pressed', async ({ page }) => {
  await openHost(page)
  await showsProcessesThen(page)
})

test('a host is compared with another one', async ({ page }) => {
  await openHost(page)
  await comparesWith(page, 'simulated-0001')
})

test('a connection that breaks comes back by itself, and says what was missed', async ({ page }) => {
  const connections: WebSocketRoute[] = []
  let refuses = false
  await page.routeWebSocket('**/api/v1/live', (route) => {
    if (refuses) return void route.close({ code: 1013 })
    connections.push(route)
    route.connectToServer()
  })
  await openHost(page)
  const state = page.locator('[data-connection]')
  await expect(state).toHaveAttribute('data-connection', 'connected')
  refuses = true
  await connections.at(-1)?.close({ code: 1012 })
  await expect(state).toHaveAttribute('data-connection', 'reconnecting')
  await expect(state, 'what is shown is called old').toHaveAttribute('data-connection', 'lost')
  refuses = false
  await page.getByRole('button', { name: /try/i }).click()
  await expect(state).toHaveAttribute('data-connection', 'connected')
  await expect(page.getByText(/The connection was gone for .* samples of that time were fetched: nothing is missing/)).toBeVisible()
  const before = await newestOf(page, 'cpu')
  await expect.poll(() => newestOf(page, 'cpu')).toBeGreaterThan(before)
})

test('samples that were lost are a gap, and the chart says so', async ({ page }) => {
  let losing = 0
  await page.routeWebSocket('**/api/v1/live', (route) => {
    const gateway = route.connectToServer()
    gateway.onMessage((message) => {
      const { type, topic } = JSON.parse(String(message)) as { type: string; topic?: string }
      if (losing > 0 && type === 'sample' && topic === 'perfwatch.system.v1') losing--
      else route.send(message)
    })
  })
  await openHost(page)
  const goesOn = async (): Promise<void> => {
    const before = await newestOf(page, 'cpu')
    await expect.poll(() => newestOf(page, 'cpu')).toBeGreaterThan(before)
  }
  await goesOn()
  losing = 4
  await expect.poll(() => losing).toBe(0)
  await goesOn()
  await page.getByRole('button', { name: 'CPU: more', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Show as a table' }).click()
  await expect(page.locator('[data-panel="cpu"] tbody')).toContainText('Lost: measured, but it did not arrive')
})

test('counters that hardly ran are called unreliable', async ({ page }) => {
  await page.routeWebSocket('**/api/v1/live', (route) => {
    route.connectToServer().onMessage((message) => {
      route.send(String(message).replace(/"runningRatio":[\d.]+/g, '"runningRatio":0.1'))
    })
  })
  await page.goto('/hosts/simulated-0001?range=1m')
  const chart = page.locator('[data-panel="misses-per-kilo-instruction"]')
  await chart.scrollIntoViewIfNeeded()
  await expect(chart.locator('figcaption')).toContainText('unreliable')
  await expect(chart).toHaveAttribute('data-newest', /\d+/)
  await picture(page, `unreliable-${test.info().project.name}`)
})

test('a note is made with a press, marked on every chart, and removed', async ({ page }) => {
  await openHost(page)
  await keepsMoment(page, 40)
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  const text = `Deployed ${Date.now()}`
  await page.getByLabel('What happened').fill(text)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('list', { name: 'Notes in this time' })).toContainText(text)
  await expect(page.locator('[data-panel="cpu"] .mark, [data-panel="memory"] .mark')).not.toHaveCount(0)
  await page.getByRole('button', { name: `Remove the note “${text}”` }).click()
  await expect(page.getByText(text)).toHaveCount(0)
})

test('the time axis is at hand in buttons', async ({ page }) => {
  await openHost(page)
  const time = page.getByRole('toolbar', { name: 'Time' })
  await time.getByRole('button', { name: 'Less time' }).click()
  await expect(page).toHaveURL(/range=1m/)
  await time.getByRole('button', { name: 'Earlier' }).click()
  await expect(page).toHaveURL(/from=.*to=/)
  await time.getByRole('button', { name: 'Live' }).click()
  await expect(page).not.toHaveURL(/from=|range=/)
})

test('a link to a chart shows it at its time again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openHost(page)
  await page.getByRole('button', { name: 'Memory: more' }).click()
  await page.getByRole('menuitem', { name: 'Copy a link' }).click()
  await expect(page.locator('[data-panel="memory"]').first()).toContainText('Link copied')
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()))
  await expect(page).toHaveURL(/from=.*to=.*chart=memory/)
  await expect(page.getByRole('dialog', { name: 'Memory' }).locator('[data-newest]')).toBeVisible()
})

test('a host is compared with itself a minute before', async ({ page }) => {
  await openHost(page)
  await comparesEarlier(page, 60)
  await page.getByRole('button', { name: /^With:/ }).click()
  await page.getByRole('button', { name: 'Compare no more' }).click()
  await expect(page).not.toHaveURL(/compare=/)
})

test('the time axis is at hand on the keyboard', { tag: '@desk' }, async ({ page }) => {
  await openHost(page)
  await page.keyboard.press('+')
  await expect(page).toHaveURL(/range=1m/)
  await page.keyboard.press('-')
  await page.keyboard.press('-')
  await expect(page).toHaveURL(/range=15m/)
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/from=.*to=/)
  await page.keyboard.press('l')
  await expect(page).not.toHaveURL(/from=|range=/)
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/compare=86400/)
  await page.keyboard.press('c')
  await expect(page).not.toHaveURL(/compare=/)
})

test('a host that went away says since when, and shows its last hour', async ({ page }) => {
  await page.goto('/hosts/departed-0001')
  await expect(page.getByText(/Nothing has come from this host for/)).toBeVisible({ timeout: 50_000 })
  await page.getByRole('button', { name: 'Show its last hour' }).click()
  await expect(page).toHaveURL(/from=.*to=/)
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Forget it' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('button', { name: 'Forget it' })).toBeVisible()
})

test('a host that nobody knows has a page that says so', async ({ page }) => {
  await page.goto('/hosts/nobody-like-that')
  await expect(page.getByRole('heading', { name: 'This host is not known' })).toBeVisible()
})
