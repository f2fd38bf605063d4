import { findsHost, movesTogether } from './fleet'
import { expect, holdsTogether, test } from './page'

test('every host is in the fleet, alive, and found', async ({ page }) => {
  await page.goto('/?all')
  await movesTogether(page)
  await holdsTogether(page)
  await findsHost(page, 'simulated-0007')
  await page.goBack()
  await expect(page.getByPlaceholder('Name, system, label')).toHaveValue('simulated-0007')
})

test('the order is a choice that is in the address', async ({ page }) => {
  await page.goto('/?all&sort=host')
  await expect(page.locator('[data-host]').first()).toHaveAttribute('data-host', /0001$|^[^s]/)
  await page.getByLabel('Order').selectOption('cpu')
  await expect(page).toHaveURL(/sort=cpu/)
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
