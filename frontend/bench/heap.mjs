/**
 * Seconds after which a heap can be compared with a later one: the page holds as much as it ever will after 1,200, but until about here the
 * browser compiles what it runs most, which is on the heap too.
 */
export const SETTLED = 6 * 3600

/** What is held after everything that can go is gone. @param {import('@playwright/test').Page} page */
export async function heap(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
