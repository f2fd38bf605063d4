import { nearestRow, type Frame, type Range } from '@/core/frame'

export type Rgb = readonly [number, number, number]

/** A colour for each of 256 values from 0 to 1, over three stops. */
export function heatScale(stops: readonly [Rgb, Rgb, Rgb]): Rgb[] {
  return Array.from({ length: 256 }, (_, index) => {
    const at = (index / 255) * 2
    const [from, to] = at <= 1 ? [stops[0], stops[1]] : [stops[1], stops[2]]
    const part = at <= 1 ? at : at - 1
    return [0, 1, 2].map((c) => Math.round((from[c] ?? 0) + ((to[c] ?? 0) - (from[c] ?? 0)) * part)) as unknown as Rgb
  })
}

/** `rgb(1, 2, 3)`, as browsers compute colours. */
export function parseRgb(colour: string): Rgb {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return [r, g, b]
}

/**
 * A picture of `width` pixels for the range and one pixel row a column of the frame, first one on top; transparent
 * where there is no value. RGBA bytes.
 */
export function heatPixels(frame: Frame, range: Range, width: number, scale: readonly Rgb[]): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(width * frame.columns.length * 4)
  const rows = rowsOfPixels(frame.time, range, width)
  frame.columns.forEach((column, y) => {
    for (let x = 0; x < width; x++) {
      const value = column[rows[x] ?? -1]
      if (typeof value !== 'number') continue
      const [r, g, b] = scale[Math.round(Math.min(1, Math.max(0, value)) * 255)] ?? [0, 0, 0]
      pixels.set([r, g, b, 255], (y * width + x) * 4)
    }
  })
  return pixels
}

/** The sample under each pixel, -1 before the first and after the last. */
function rowsOfPixels(time: readonly number[], { from, to }: Range, width: number): number[] {
  const first = time[0] ?? Number.POSITIVE_INFINITY
  const last = time.at(-1) ?? Number.NEGATIVE_INFINITY
  return Array.from({ length: width }, (_, x) => {
    const at = from + ((x + 0.5) / width) * (to - from)
    return at < first || at > last ? -1 : nearestRow(time, at)
  })
}
