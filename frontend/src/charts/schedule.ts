/** Milliseconds of a frame that drawing may take: what does not fit is drawn in the next one. */
const BUDGET = 8

const waiting = new Map<object, () => void>()
let frame: number | undefined

/** Draws once, in one of the next frames; a later drawing of the same chart takes the place of one that still waits, so that nobody waits for ever. */
export function schedule(chart: object, draw: () => void): void {
  waiting.set(chart, draw)
  frame ??= requestAnimationFrame(run)
}

export function unschedule(chart: object): void {
  waiting.delete(chart)
}

function run(): void {
  const start = performance.now()
  frame = undefined
  for (const [chart, draw] of waiting) {
    waiting.delete(chart)
    draw()
    if (performance.now() - start > BUDGET) break
  }
  if (waiting.size > 0) frame = requestAnimationFrame(run)
}
