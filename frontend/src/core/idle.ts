/**
 * Runs it when the browser has nothing else to do.
 *
 * @returns calls it off
 */
export function whenIdle(action: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(action, 200)
    return () => { clearTimeout(timer) }
  }
  const request = requestIdleCallback(action)
  return () => { cancelIdleCallback(request) }
}
