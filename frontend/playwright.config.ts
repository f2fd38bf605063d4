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
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env.PERFWATCH_URL ?? 'http://127.0.0.1:8420',
    actionTimeout: 30_000,
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'desktop-dark', use: { ...desktop, colorScheme: 'dark' } },
    { name: 'phone-light', use: { ...phone, colorScheme: 'light' } },
    // The other two looks: with npm run e2e:full.
    { name: 'desktop-light', use: { ...desktop, colorScheme: 'light' } },
    { name: 'phone-dark', use: { ...phone, colorScheme: 'dark' } },
  ],
})
