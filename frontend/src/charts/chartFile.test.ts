import { expect, it } from 'vitest'
import type { Panel } from '@/families/types'
import { fileName, toCsv } from './chartFile'

it('a chart becomes lines for a spreadsheet: full numbers, UTC, nothing where there is nothing', () => {
  const panel = { series: [{ path: 'disks[a,"b].utilization' }, { path: 'cpu.utilization' }] } as unknown as Panel
  const time = [0, 1000, 2000].map((t) => Date.UTC(2026, 2, 1, 12) + t)
  expect(toCsv(panel, { time, columns: [[0.123456, null, null], [null, null, 1]], gaps: [] })).toBe(
    'time,"disks[a,""b].utilization",cpu.utilization\r\n2026-03-01T12:00:00.000Z,0.123456,\r\n2026-03-01T12:00:02.000Z,,1\r\n',
  )
})

it('its file is named after what is in it', () => {
  expect(fileName(['web-1', 'disk bytes/s'], Date.UTC(2026, 2, 1, 12), 'csv')).toBe('web-1-disk_bytes_s-20260301T120000Z.csv')
})
