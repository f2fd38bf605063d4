import axe from 'axe-core'
import { expect, test as base, type Page } from '@playwright/test'

/** What a page may answer with an error: asked for on purpose by a test. */
interface Fixtures {
  /** Addresses and messages whose errors are part of the test. */
  expected: RegExp[]
}

/** A page that fails its test when it logs an error, gets one, or asks anybody but its own origin. */
export const test = base.extend<Fixtures>({
  // Of a moment at which nobody looked at the processes, and of a gateway without users, the answer is 404.
  expected: async ({}, use) => { await use([/\/api\/v1\/(processes|session|tokens|settings)/]) },
  page: async ({ page, baseURL, expected }, use) => {
    const complaints: string[] = []
    const own = new URL(baseURL ?? '').host
    const known = (text: string): boolean => expected.some((pattern) => pattern.test(text))
    const check = (request: { url: () => string }): void => { if (!request.url().startsWith('blob:') && new URL(request.url()).host !== own) complaints.push(`another origin: ${request.url()}`) }
    page.on('request', check)
    page.on('websocket', check)
    page.on('response', (response) => { if (response.status() >= 400 && !known(response.url())) complaints.push(`${response.status()} for ${response.url()}`) })
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !known(message.location().url) && !known(message.text())) complaints.push(`console: ${message.text()} (${message.location().url})`)
    })
    await use(page)
    expect(complaints, 'what the page complained of').toEqual([])
  },
})

export { expect }

/** The host that is really measured; the others are simulated. */
export async function realHost(page: Page): Promise<string> {
  let name: string | undefined
  await expect.poll(async () => {
    const hosts = (await (await page.request.get('/api/v1/hosts')).json()) as { host: string; probes: { labels?: Record<string, string> }[] }[]
    return (name = hosts.find(({ probes }) => probes.some(({ labels }) => labels?.simulated !== 'true'))?.host)
  }).toBeTruthy()
  return name ?? ''
}

export async function openHost(page: Page, query = ''): Promise<string> {
  const host = await realHost(page)
  await page.goto(`/hosts/${host}${query}`)
  await expect(page.locator('[data-panel="cpu"][data-newest]')).toBeVisible()
  return host
}

/** Only a chart that is in sight goes on. */
export async function newestOf(page: Page, panel: string): Promise<number> {
  const chart = page.locator(`[data-panel="${panel}"]`).first()
  await chart.scrollIntoViewIfNeeded()
  return Number(await chart.getAttribute('data-newest'))
}

/** Nothing reaches beyond the width, and WCAG 2.2 AA holds. */
export async function holdsTogether(page: Page): Promise<void> {
  expect(await overflow(page), 'nothing reaches beyond the width').toBe(0)
  expect(await violations(page), 'WCAG 2.2 AA').toEqual([])
}

/** Rules of WCAG 2.2 AA that the page breaks. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { run } = Reflect.get(window, 'axe') as typeof axe
    const found = await run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).slice(0, 3).join(' ')}`)
  })
}

/** How far the page reaches beyond its width: 0, or a phone scrolls sideways. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

const SCREENSHOTS = 'target/screenshots'

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` })
}
