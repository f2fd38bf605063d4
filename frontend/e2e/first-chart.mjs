// Waits at PERFWATCH_URL with an open Chromium (CHROMIUM: its path) and says when the CPU chart shows what is now.
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'

const url = process.env.PERFWATCH_URL ?? 'http://127.0.0.1:8420'
const PATIENCE = 120_000
const FRESH = 5_000

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 1000 } })
  console.log('open')
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'look') console.log(`chart after ${await look(page)} ms`)
  }
} finally {
  await browser.close()
}

/**
 * Milliseconds until the chart is alive, from the moment it was asked; the server need not be there yet.
 * @param {import('playwright-core').Page} page
 */
async function look(page) {
  const start = performance.now()
  while (!(await answers())) {
    if (performance.now() - start > PATIENCE) throw new Error(`nothing answers at ${url}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await page.goto(url)
  await page.waitForFunction(
    (fresh) => Date.now() - Number(document.querySelector('[data-panel="cpu"]')?.getAttribute('data-newest')) < fresh,
    FRESH,
    { timeout: PATIENCE, polling: 50 },
  )
  const seen = Math.round(performance.now() - start)
  await page.goto('about:blank')
  return seen
}

/** Asked without the browser: twenty failing pages a second take the CPU that the start needs. */
async function answers() {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  )
}
