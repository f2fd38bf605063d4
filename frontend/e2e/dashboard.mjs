// Drives a real Chromium against a running PerfWatch: PERFWATCH_URL (default http://127.0.0.1:8420), CHROMIUM (path).
import axe from 'axe-core'
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, width: number, height: number, colorScheme: 'dark' | 'light' }} Look */

const url = process.env.PERFWATCH_URL ?? 'http://127.0.0.1:8420'
const screenshots = fileURLToPath(new URL('../target/screenshots/', import.meta.url))
const PATIENCE = 30_000
/** @type {Look[]} */
const LOOKS = [
  { name: 'desktop-dark', width: 1360, height: 4200, colorScheme: 'dark' },
  { name: 'desktop-light', width: 1360, height: 4200, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 11000, colorScheme: 'dark' },
  { name: 'phone-light', width: 390, height: 11000, colorScheme: 'light' },
]
/** @type {string[]} */
const complaints = []

if (!process.env.CHROMIUM) {
  console.error('e2e: set CHROMIUM to the path of a Chromium (Debian: apt-get install chromium, then /usr/bin/chromium)')
  process.exit(2)
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
try {
  await mkdir(screenshots, { recursive: true })
  const page = await open({ name: 'flow', width: 1360, height: 1000, colorScheme: 'dark' })
  await step('opens the page of a host', () => toHost(page))
  await step('is connected', () => connected(page))
  await step('knows what the host is', () => knowsHost(page))
  await step('sees the CPU chart move twice', () => moves(page, 'cpu', 2))
  await step('sees the memory chart move', () => moves(page, 'memory', 1))
  await step('finds a table behind the chart', () => hasTable(page))
  await step('fills an hour from the history', () => fromHistory(page))
  await step('finds the list of hosts', () => toList(page))
  for (const look of LOOKS) await step(`looks at ${look.name}`, () => lookAt(look))
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await browser.close()
}

/**
 * A page that fails the step when it logs an error or asks anybody but its own origin.
 * @param {Look} look
 */
async function open({ width, height, colorScheme }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme })
  const own = new URL(url).host
  /** @param {{ url: () => string }} request */
  const check = (request) => new URL(request.url()).host === own || complaints.push(`another origin: ${request.url()}`)
  page.on('request', check)
  page.on('websocket', check)
  page.on('response', (response) => response.ok() || complaints.push(`${response.status()} for ${response.url()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`))
  await page.goto(url)
  return page
}

/** @param {Page} page */
async function toHost(page) {
  // With one host the page goes there by itself.
  await page.locator('[data-host], [data-panel="cpu"]').first().waitFor({ timeout: PATIENCE })
  if (!page.url().includes('/hosts/')) await page.locator('[data-host]').first().click()
  await page.waitForURL('**/hosts/*', { timeout: PATIENCE })
}

/** @param {Page} page */
async function knowsHost(page) {
  for (const fact of ['Kernel', 'Cores']) {
    await page.locator('dt').filter({ hasText: new RegExp(`^${fact}$`) }).waitFor({ timeout: PATIENCE })
  }
}

/** @param {Page} page */
async function connected(page) {
  await page.locator('[data-connection="connected"]').waitFor({ timeout: PATIENCE })
}

/**
 * The newest point gets newer, and the picture changes with it.
 * @param {Page} page
 * @param {string} panel
 * @param {number} times
 */
async function moves(page, panel, times) {
  const canvas = page.locator(`[data-panel="${panel}"] canvas`).first()
  for (let seen = 0; seen < times; seen++) {
    const before = await canvas.screenshot()
    await advances(page, panel)
    await page.waitForTimeout(250)
    assert.ok(!before.equals(await canvas.screenshot()), `the picture of ${panel} changes with its newest point`)
  }
}

/**
 * @param {Page} page
 * @param {string} panel
 */
async function advances(page, panel) {
  const before = await newestOf(page, panel)
  await page.waitForFunction(
    ([name, last]) => Number(document.querySelector(`[data-panel="${name}"]`)?.getAttribute('data-newest')) > Number(last),
    [panel, before],
    { timeout: PATIENCE },
  )
  const newest = await newestOf(page, panel)
  assert.ok(Math.abs(Date.now() - newest) < 10_000, `the newest point of ${panel} is of now, not of ${new Date(newest).toISOString()}`)
}

/**
 * @param {Page} page
 * @param {string} panel
 */
async function newestOf(page, panel) {
  return Number(await page.locator(`[data-panel="${panel}"][data-newest]`).getAttribute('data-newest', { timeout: PATIENCE }))
}

/** @param {Page} page */
async function hasTable(page) {
  const toggle = page.getByRole('button', { name: 'CPU as a table' })
  await toggle.click()
  const newest = await page.locator('[data-panel="cpu"] tbody tr').first().innerText({ timeout: PATIENCE })
  assert.match(newest, /^\d\d:\d\d:\d\d\s.*%/s)
  await toggle.click()
}

/** @param {Page} page */
async function fromHistory(page) {
  const answer = page.waitForResponse((response) => response.url().includes('/api/v1/history'), { timeout: PATIENCE })
  await page.getByText('1 h', { exact: true }).click()
  assert.equal((await answer).status(), 200)
  await page.waitForURL('**range=1h', { timeout: PATIENCE })
  await advances(page, 'cpu')
  await page.goBack()
  assert.ok(!page.url().includes('range='), 'back goes back to the range before')
}

/** @param {Page} page */
async function toList(page) {
  await page.getByRole('link', { name: 'PerfWatch, all hosts' }).click()
  await page.locator('[data-host]').first().waitFor({ timeout: PATIENCE })
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `${screenshots}hosts-dark.png` })
}

/** @param {Look} look */
async function lookAt(look) {
  const page = await open(look)
  await toHost(page)
  await connected(page)
  await newestOf(page, 'cpu')
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `${screenshots}${look.name}.png` })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(overflow, 0, 'nothing reaches beyond the width of the page')
  assert.deepEqual(await violations(page), [], 'WCAG 2.2 AA')
  await page.close()
}

/**
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
async function violations(page) {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    /** @type {import('axe-core')} */
    const { run } = /** @type {never} */ (Reflect.get(window, 'axe'))
    const found = await run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

/**
 * @param {string} what
 * @param {() => Promise<unknown>} action
 */
async function step(what, action) {
  const start = performance.now()
  await action().catch((error) => {
    throw new Error(`${what}: ${error.message}`, { cause: error })
  })
  assert.deepEqual(complaints, [], what)
  console.log(`e2e: ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}
