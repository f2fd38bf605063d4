// What the page of a host, and that of a fleet, cost a browser: node bench/browser.mjs [--seconds N] [--ticks N]; one line of JSON on standard output.
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { heap, SETTLED } from './heap.mjs'
import { HOST } from './host.mjs'
import { serve } from './replay.mjs'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' }, ticks: { type: 'string', default: '86400' } } })
const [seconds, ticks] = [Number(values.seconds), Number(values.ticks)]
if (!process.env.CHROMIUM) {
  console.error('bench: set CHROMIUM to the path of a Chromium (Debian: apt-get install chromium, then /usr/bin/chromium)')
  process.exit(2)
}

/** Software rendering, as on a machine without a graphics card. */
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
const replay = await serve()
const fleet = await serve(1000)
/** @type {Record<string, number>} */
const figures = {}
try {
  // High enough for a dozen charts of the middle of the page.
  const page = await open(1400)
  const begun = performance.now()
  await page.goto(`${replay.url}/hosts/${HOST}`)
  await page.locator('[data-panel="cpu"][data-newest] canvas').first().waitFor()
  figures.firstChartSeconds = await page.evaluate(() => Reflect.get(window, 'firstChart') / 1000)
  console.error(`first chart, as seen from outside: ${((performance.now() - begun) / 1000).toFixed(2)} s`)
  figures.firstChartBytes = replay.sent()
  await page.waitForTimeout(5000)
  await page.locator('#counters').evaluate((section) => { section.scrollIntoView({ block: 'start' }) })
  await page.waitForTimeout(3000)
  figures.charts = await page.locator('[data-panel]').count()
  figures.chartsInView = await page.evaluate(() => [...document.querySelectorAll('[data-panel]')].filter((each) => { const { top, bottom } = each.getBoundingClientRect(); return bottom > 0 && top < innerHeight }).length)
  const unseen = await outOfSight(page)
  figures.core = await mainThread(page, seconds)
  const later = await outOfSight(page)
  figures.drawnOutOfSight = Object.keys(unseen).filter((id) => later[id] !== unseen[id]).length
  figures.chartsOutOfSight = Object.keys(unseen).length
  figures.longestTaskSeconds = await page.evaluate(() => Math.max(0, .../** @type {number[]} */ (Reflect.get(window, 'longTasks'))) / 1000)
  await replay.speed(SETTLED)
  await page.waitForTimeout(3000)
  figures.heapBeforeBytes = await heap(page)
  await replay.speed(ticks)
  await page.waitForTimeout(3000)
  figures.heapAfterBytes = await heap(page)
  figures.ticks = ticks
  await page.close()

  const table = await open()
  await table.goto(`${fleet.url}/?all`)
  await table.locator('[data-host]').first().waitFor()
  figures.fleetSeconds = await table.evaluate(() => Reflect.get(window, 'firstChart') / 1000)
  await table.waitForTimeout(3000)
  figures.fleetRows = await table.locator('[data-host]').count()
  figures.fleetCore = await mainThread(table, seconds)
  figures.fleetScrollSeconds = await scrolled(table)
  await table.close()

  const naive = await open()
  await naive.goto(`${replay.url}/naive`)
  await naive.waitForTimeout(5000)
  figures.naiveCore = await mainThread(naive, seconds)
  console.log(JSON.stringify(figures))
} finally {
  await browser.close()
  replay.close()
  fleet.close()
}

/** @param {number} height of the window */
async function open(height = 1000) {
  const page = await browser.newPage({ viewport: { width: 1440, height } })
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('[data-panel][data-newest] canvas, [data-host]')) return
      seen.disconnect()
      // After it was painted.
      requestAnimationFrame(() => setTimeout(() => Reflect.set(window, 'firstChart', performance.now())))
    })
    seen.observe(document, { subtree: true, childList: true, attributes: true })
    Reflect.set(window, 'longTasks', [])
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) Reflect.get(window, 'longTasks').push(duration) }).observe({ type: 'longtask' })
  })
  return page
}

/**
 * The charts that are further from the window than those that are drawn ahead, and the newest time that each shows.
 * @param {import('@playwright/test').Page} page
 */
async function outOfSight(page) {
  return page.evaluate(() => {
    const far = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-panel]')]).filter((each) => { const { top, bottom } = each.getBoundingClientRect(); return bottom < -200 || top > innerHeight + 200 })
    return Object.fromEntries(far.map(({ dataset }) => [dataset.panel ?? '', dataset.newest ?? '']))
  })
}

/**
 * The longest task while a thousand rows are scrolled through.
 * @param {import('@playwright/test').Page} page
 */
async function scrolled(page) {
  await page.evaluate(() => { Reflect.get(window, 'longTasks').length = 0 })
  for (let step = 0; step < 60; step++) {
    await page.mouse.wheel(0, 700)
    await page.waitForTimeout(50)
  }
  return page.evaluate(() => Math.max(0, .../** @type {number[]} */ (Reflect.get(window, 'longTasks'))) / 1000)
}

/**
 * The part of a core that the page's main thread takes.
 * @param {import('@playwright/test').Page} page
 * @param {number} duration seconds
 */
async function mainThread(page, duration) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const value = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0
    return { busy: value('ThreadTime') || value('TaskDuration'), at: performance.now() }
  }
  const before = await read()
  await page.evaluate(() => { Reflect.get(window, 'longTasks').length = 0 })
  await page.waitForTimeout(duration * 1000)
  const after = await read()
  await session.detach()
  return ((after.busy - before.busy) * 1000) / (after.at - before.at)
}
