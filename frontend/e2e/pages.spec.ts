import { expect, openHost, overflow, picture, test, violations } from './page'

test('explore draws what was picked, and keeps it in the address', async ({ page, isMobile }) => {
  await page.goto('/explore?range=5m')
  await expect(page.getByRole('option', { name: /simulated-0001/ })).toBeVisible()
  await page.getByPlaceholder('Search the catalogue').fill('cpu.utilization')
  await page.getByRole('option', { name: /^cpu\.utilization/ }).click()
  await expect(page).toHaveURL(/s=0:.*cpu\.utilization/)
  await expect(page.locator('[data-panel="explore-0"][data-newest]')).toBeVisible()
  await page.reload()
  await expect(page.locator('[data-panel="explore-0"][data-newest]')).toBeVisible()
  if (!isMobile) await picture(page, 'explore')
})

test('settings say what is not measured, and change how things look', async ({ page }) => {
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: 'Not measured' })).toBeVisible()
  await page.getByRole('radio', { name: 'Light' }).or(page.getByRole('button', { name: 'Light', exact: true })).first().click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('every page holds to WCAG 2.2 AA, and to the width of the window', async ({ page }, { project }) => {
  for (const [name, path] of [['fleet', '/?all'], ['host', undefined], ['explore', '/explore?s=0:simulated-0001:cpu.utilization'], ['settings', '/settings'], ['login', '/login'], ['nowhere', '/nothing/here']] as const) {
    if (path === undefined) await openHost(page)
    else await page.goto(path)
    await page.waitForLoadState('load')
    await page.locator('h1, h2').first().waitFor()
    await page.waitForTimeout(1500)
    await picture(page, `${name}-${project.name}`)
    expect(await overflow(page), `${name}: nothing reaches beyond the width`).toBe(0)
    expect(await violations(page), `${name}: WCAG 2.2 AA`).toEqual([])
  }
})
