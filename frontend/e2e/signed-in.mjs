// Signs in to a running PerfWatch that has users, and sees its charts move in a real Chromium: PERFWATCH_URL,
// PERFWATCH_USER, PERFWATCH_PASSWORD, CHROMIUM (path).
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

/** @typedef {import('playwright-core').Page} Page */

const { PERFWATCH_URL: url = 'http://127.0.0.1:8420', PERFWATCH_USER, PERFWATCH_PASSWORD, CHROMIUM } = process.env
const PATIENCE = 60_000

if (!CHROMIUM || !PERFWATCH_USER || !PERFWATCH_PASSWORD) {
  console.error('e2e: set CHROMIUM, PERFWATCH_USER and PERFWATCH_PASSWORD')
  process.exit(2)
}
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 1000 } })
  await refusesStrangers(page)
  await signIn(page)
  await page.goto(url)
  await page.locator('[data-host], [data-panel="cpu"]').first().waitFor({ timeout: PATIENCE })
  if (!page.url().includes('/hosts/')) await page.locator('[data-host]').first().click()
  for (let seen = 0; seen < 3; seen++) await advances(page)
  console.log('signed in, and the CPU chart moved three times')
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await browser.close()
}

/** @param {Page} page */
async function refusesStrangers(page) {
  const answer = await page.request.get(`${url}/api/v1/hosts`)
  assert.equal(answer.status(), 401, 'who has not signed in is told nothing')
}

/** @param {Page} page */
async function signIn(page) {
  await page.request.get(`${url}/api/v1/session`)
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value
  assert.ok(token, 'the session brings a token against forged requests')
  const answer = await page.request.post(`${url}/api/v1/login`, {
    headers: { 'X-XSRF-TOKEN': token },
    data: { username: PERFWATCH_USER, password: PERFWATCH_PASSWORD },
  })
  assert.equal(answer.status(), 204, await answer.text())
}

/** @param {Page} page */
async function advances(page) {
  const chart = page.locator('[data-panel="cpu"][data-newest]')
  const before = Number(await chart.getAttribute('data-newest', { timeout: PATIENCE }))
  await page.waitForFunction(
    (last) => Number(document.querySelector('[data-panel="cpu"]')?.getAttribute('data-newest')) > last,
    before,
    { timeout: PATIENCE },
  )
  const newest = Number(await chart.getAttribute('data-newest'))
  assert.ok(Math.abs(Date.now() - newest) < 20_000, `the newest point is of now, not of ${new Date(newest).toISOString()}`)
}
