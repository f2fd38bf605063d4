/** An SVG path of `values` (0 to `max`, null where there is none) over a box; `capacity` values fill its width. */
export function sparkPath(values: readonly (number | null)[], max: number, capacity: number, width: number, height: number): string {
  const step = width / Math.max(1, capacity - 1)
  const start = width - (values.length - 1) * step
  let pen = 'M'
  let path = ''
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M'
      return
    }
    const y = height - (Math.min(max, Math.max(0, value)) / max) * height
    path += `${pen}${(start + index * step).toFixed(1)} ${y.toFixed(1)}`
    pen = 'L'
  })
  return path
}
