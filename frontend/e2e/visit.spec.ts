import { findsHost, movesTogether } from './fleet'
import { comparesWith, movesLive, showsProcessesThen, zoomsAndGoesBack } from './host'
import { expect, holdsTogether, realHost, test } from './page'

test('a visit at a desk: the fleet, a host, its past, its processes, another host', { tag: '@main' }, async ({ page }) => {
  const host = await realHost(page)
  await page.goto('/?all')
  await movesTogether(page)
  await findsHost(page, host)
  await movesLive(page)
  await zoomsAndGoesBack(page)
  await showsProcessesThen(page)
  await comparesWith(page, 'simulated-0001')
  await holdsTogether(page)
})

test('a visit on a phone: the fleet, a host', { tag: '@phone' }, async ({ page }) => {
  const host = await realHost(page)
  await page.goto('/?all')
  await holdsTogether(page)
  await page.getByPlaceholder('Name, system, label').fill(host)
  await page.locator(`[data-host="${host}"]`).tap()
  await expect(page).toHaveURL(new RegExp(`/hosts/${host}`))
  await movesLive(page)
  await holdsTogether(page)
})
