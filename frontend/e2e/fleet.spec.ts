import { drawsLines, findsHost, movesTogether } from './fleet'
import { expect, holdsTogether, picture, test } from './page'

test('every host is in the fleet, alive, and found', async ({ page }) => {
  await page.goto('/?all')
  await movesTogether(page)
  await holdsTogether(page)
  await findsHost(page, 'simulated-0007')
  await page.goBack()
  await expect(page.getByPlaceholder('Name, system, label')).toHaveValue('simulated-0007')
})

test('the lines begin with the minute before', { tag: '@desk' }, async ({ page }) => {
  await page.goto('/?all')
  await expect(page.locator('[data-host]').first()).toBeVisible()
  await drawsLines(page)
})

test('the order is a choice that is in the address', async ({ page }) => {
  await page.goto('/?all&sort=host')
  await expect(page.locator('[data-host]').first()).toHaveAttribute('data-host', /0001$|^[^s]/)
  await page.getByLabel('Order').selectOption('cpu')
  await expect(page).toHaveURL(/sort=cpu/)
})

test('hosts are grouped by a label, and chosen by their state', async ({ page }) => {
  await page.goto('/?all')
  await expect(page.locator('[data-host]').first()).toBeVisible()
  await page.getByLabel('Group').selectOption('rack')
  await expect(page).toHaveURL(/group=rack/)
  await expect(page.getByRole('rowheader', { name: /^r0 \d/ })).toBeVisible()
  await page.getByRole('radio', { name: /^Gone/ }).or(page.getByRole('button', { name: /^Gone/ })).first().click()
  await expect(page).toHaveURL(/state=gone/)
  await expect(page.locator('[data-host="departed-0001"]'), 'it was gone a minute after it departed').toBeVisible({ timeout: 80_000 })
  await expect(page.locator('[data-host="simulated-0001"]')).toHaveCount(0)
  await page.goBack()
  await expect(page).not.toHaveURL(/state=/)
})

test('keys go to a host and show the help', { tag: '@desk' }, async ({ page }) => {
  await page.goto('/?all')
  await expect(page.locator('[data-host]').first()).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.getByPlaceholder('Host, page or chart').fill('simulated-0012')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/hosts\/simulated-0012/)
})

test.describe('while the gateway cannot answer', () => {
  test.use({ expected: async ({}, use) => { await use([/\/api\/v1\/(hosts|session)/]) } })

  test('the page says so, and tries again', async ({ page }) => {
    await page.route('**/api/v1/hosts', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"title":"Not now","status":503,"detail":"The database is away."}' }))
    await page.goto('/?all')
    await expect(page.getByText('The database is away.')).toBeVisible()
    await holdsTogether(page)
    await picture(page, `error-${test.info().project.name}`)
    await page.unroute('**/api/v1/hosts')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('[data-host]').first()).toBeVisible()
  })
})
