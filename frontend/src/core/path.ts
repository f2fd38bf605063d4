/**
 * The address of one number in an event: `cpu.utilization`, `cpu.cores[3].utilization`, `disks[*].utilization`.
 * The grammar is that of `io.perfwatch.metric.MetricPath`; both are held against the same vectors.
 */
export type Step = { member: string } | { key: string } | { anyKey: true }

const MEMBER = /([a-zA-Z][a-zA-Z0-9]*)/y
const DOT_MEMBER = /\.([a-zA-Z][a-zA-Z0-9]*)/y
const KEY = /\[((?:[^\]\\]|\\[^])+)\]/y

/** @throws {SyntaxError} if `text` is no path; the message quotes it and names the position */
export function parsePath(text: string): Step[] {
  const steps: Step[] = []
  let position = 0
  const next = (pattern: RegExp, expected: string): string => {
    pattern.lastIndex = position
    const found = pattern.exec(text)
    if (!found) throw new SyntaxError(`not a metric path: "${text}": expected ${expected} at position ${position}`)
    position = pattern.lastIndex
    return found[1] ?? ''
  }
  steps.push({ member: next(MEMBER, 'a name') })
  while (position < text.length) {
    steps.push(text[position] === '.' ? { member: next(DOT_MEMBER, '. and a name') } : key(next(KEY, '. or [key]')))
  }
  return steps
}

/** What {@link parsePath} reads. */
export function writePath(steps: readonly Step[]): string {
  return steps.map((step, index) => ('member' in step ? (index > 0 ? '.' : '') + step.member : writeKey(step))).join('')
}

/** `name` as it stands between brackets. */
export function escapeKey(name: string): string {
  return name === '*' ? '\\*' : name.replace(/[\]\\]/g, '\\$&')
}

/** The value at `steps` in `event`, undefined where there is none. */
export function valueAt(event: unknown, steps: readonly Step[]): unknown {
  let node = event
  let row: number | undefined
  for (const step of steps) {
    if (!isObject(node) || 'anyKey' in step) return undefined
    const name = 'member' in step ? step.member : step.key
    const next = Object.hasOwn(node, name) ? node[name] : undefined
    // A key that names no member is the row of a table, whose columns are lists: cores[3].utilization.
    if ('key' in step && !isObject(next)) row = Number(name)
    else node = next
  }
  return row === undefined ? node : Array.isArray(node) ? (node as unknown[])[row] : undefined
}

function key(inside: string): Step {
  return inside === '*' ? { anyKey: true } : { key: inside.replace(/\\([^])/g, '$1') }
}

function writeKey(step: Exclude<Step, { member: string }>): string {
  return 'anyKey' in step ? '[*]' : `[${escapeKey(step.key)}]`
}

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}
