import type { Frame } from '@/core/frame'
import type { Panel } from '@/families/types'
import type { Palette } from './palette'

/** Lines of a file for a spreadsheet: RFC 4180, times in UTC, values as they are stored; empty where there is none. */
export function toCsv(panel: Panel, frame: Frame): string {
  const head = ['time', ...panel.series.map(({ path }) => path)].map(quote).join(',')
  const columns = panel.series.map((_, index) => frame.columns[index] ?? [])
  const rows = frame.time
    .map((at, row) => ({ at, values: columns.map((column) => column[row] ?? null) }))
    .filter(({ values }) => values.some((value) => value !== null))
    .map(({ at, values }) => [new Date(at).toISOString(), ...values.map((value) => value ?? '')].join(','))
  return [head, ...rows].join('\r\n') + '\r\n'
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** `web-1-cpu-20260301T120000Z.csv` */
export function fileName(parts: readonly string[], at: number, extension: string): string {
  const time = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
  return `${[...parts, time].join('-').replace(/[^a-zA-Z0-9._-]+/g, '_')}.${extension}`
}

export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const PAD = 16

/** The plot with its title and what its colours mean, as a picture of the page's resolution. */
export async function toPicture(title: string, panel: Panel, plot: HTMLElement, palette: Palette): Promise<Blob | null> {
  const { width, height, left, top } = plot.getBoundingClientRect()
  const picture = document.createElement('canvas')
  picture.width = (width + 2 * PAD) * devicePixelRatio
  picture.height = (height + 2 * PAD + 48) * devicePixelRatio
  const context = picture.getContext('2d')
  if (!context) return null
  context.scale(devicePixelRatio, devicePixelRatio)
  context.fillStyle = palette.surface
  context.fillRect(0, 0, picture.width, picture.height)
  context.fillStyle = palette.text
  context.font = `600 15px ${palette.font}`
  context.fillText(title, PAD, PAD + 12)
  for (const canvas of plot.querySelectorAll('canvas')) {
    const box = canvas.getBoundingClientRect()
    context.drawImage(canvas, PAD + box.left - left, PAD + 24 + box.top - top, box.width, box.height)
  }
  if (panel.kind !== 'heat') drawLegend(context, panel, palette, PAD + 24 + height + 18)
  return new Promise((resolve) => { picture.toBlob(resolve, 'image/png') })
}

function drawLegend(context: CanvasRenderingContext2D, { series }: Panel, palette: Palette, y: number): void {
  context.font = `12px ${palette.font}`
  let x = PAD
  for (const { name, colour } of series) {
    context.fillStyle = palette.series[colour]
    context.fillRect(x, y - 9, 10, 10)
    context.fillStyle = palette.text
    context.fillText(name, x + 15, y)
    x += context.measureText(name).width + 32
  }
}
