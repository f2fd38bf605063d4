import { defineConfig } from '@playwright/test'

// Drives a real Chromium against a running PerfWatch: PERFWATCH_URL (default http://127.0.0.1:8420), CHROMIUM (path).
const executablePath = process.env.CHROMIUM
if (!executablePath) throw new Error('e2e: set CHROMIUM to the path of a Chromium (Debian: apt-get install chromium, then /usr/bin/chromium)')

const desktop = { viewport: { width: 1360, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  reporter: [['list']],
  // One browser at a time on a small machine; a flaky test is mended, not tried again.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.PERFWATCH_URL ?? 'http://127.0.0.1:8420',
    actionTimeout: 20_000,
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    // npm run e2e: what people come for.
    { name: 'main-desktop', grep: /@main/, use: { ...desktop, colorScheme: 'dark' } },
    { name: 'main-phone', grep: /@phone/, use: { ...phone, colorScheme: 'light' } },
    // npm run e2e:full: every flow in every look; @desk needs keys or a pointer, which a finger has other ways for.
    ...(['dark', 'light'] as const).flatMap((colorScheme) => [
      { name: `all-desktop-${colorScheme}`, grepInvert: /@main|@phone|@users|@soak/, use: { ...desktop, colorScheme } },
      { name: `all-phone-${colorScheme}`, grepInvert: /@main|@phone|@users|@soak|@desk/, use: { ...phone, colorScheme } },
    ]),
    { name: 'all-soak', grep: /@soak/, use: { ...desktop, colorScheme: 'dark' } },
    // npm run e2e:users: on a PerfWatch where people sign in.
    { name: 'users', grep: /@users/, use: { ...desktop, colorScheme: 'dark' } },
  ],
})
