import type { Page } from '@playwright/test'
import { expect, test } from './page'

// On a PerfWatch that has the user of PERFWATCH_USER and PERFWATCH_PASSWORD.
const user = process.env.PERFWATCH_USER ?? ''
const password = process.env.PERFWATCH_PASSWORD ?? ''

test.describe('who must sign in', { tag: '@users' }, () => {
  // What strangers ask is refused: that is what is tested.
  test.use({ expected: async ({}, use) => { await use([/\/api\/v1\//, /WebSocket/]) } })

  test('is told that the password is wrong, and then gets to where they wanted', async ({ page }) => {
    await page.goto('/settings')
    await expect(page).toHaveURL(/\/login\?next=\/settings/)
    await page.getByLabel('Name').fill(user)
    await page.getByLabel('Password').fill('a guess')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toHaveText('The name or the password is wrong.')
    await expect(page.getByLabel('Password')).toHaveValue('')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/settings$/)
    await expect(page.getByRole('heading', { name: 'Tokens' })).toBeVisible()
  })

  test('makes a token, sees it once, and revokes it', async ({ page }) => {
    await signIn(page, '/settings')
    const name = `scraper-${Date.now()}`
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Make a token' }).click()
    await expect(page.locator('code')).toHaveText(/^perfwatch_/)
    await page.getByRole('button', { name: `Revoke ${name}` }).click()
    await expect(page.getByRole('rowheader', { name })).toHaveCount(0)
  })

  test('is told when their session has ended, and is back where they were after signing in', async ({ page }) => {
    await signIn(page, '/?all')
    await expect(page.locator('[data-host]').first()).toBeVisible()
    const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
    const answer = await page.request.post('/api/v1/logout', { headers: { 'X-XSRF-TOKEN': token } })
    expect(answer.status()).toBe(204)
    await page.getByRole('link', { name: 'Sign in again' }).click()
    await page.getByLabel('Name').fill(user)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/\?all/)
    await expect(page.locator('[data-host]').first()).toBeVisible()
    await page.getByRole('button', { name: `Sign out ${user}` }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})

async function signIn(page: Page, to: string): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(to)}`)
  await page.getByLabel('Name').fill(user)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/login/)
}
