import { vi } from 'vitest'

/** Longer than the slowest machine needs. */
const PATIENCE = 20_000

/** Waits until `check` does not throw. */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: PATIENCE })
}
