import { expect, it } from 'vitest'
import { addPicks, readCharts, removeChart, removePick, writeCharts, type Charts } from './charts'

const cpu = { host: 'web-1', path: 'cpu.utilization' }
const odd = { host: 'web-2', path: 'filesystems[/mnt/a: b|c].utilization' }
const charts: Charts = [[cpu, odd], [cpu]]

it('the charts come back from the address, whatever the devices are called', () => {
  expect(readCharts({ s: writeCharts(charts) })).toEqual(charts)
})

it('what the address says wrongly is left out', () => {
  expect(readCharts({ s: ['x', '0:web-1', '3:web-1:cpu.utilization', null] })).toEqual([[cpu]])
  expect(readCharts({})).toEqual([])
  expect(readCharts({ s: '0:web-1:cpu.utilization' })).toEqual([[cpu]])
})

it('picks are added once, to a chart or to a new one, and taken away', () => {
  expect(addPicks(charts, 1, [cpu, odd])).toEqual([[cpu, odd], [cpu, odd]])
  expect(addPicks(charts, 2, [odd])).toHaveLength(3)
  expect(removePick(charts, 1, cpu)).toEqual([[cpu, odd]])
  expect(removeChart(charts, 0)).toEqual([[cpu]])
})
