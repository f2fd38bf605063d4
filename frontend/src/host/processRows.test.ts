import { expect, it } from 'vitest'
import type { Process } from '@/api/rest'
import { processRows, sortRows } from './processRows'

const process = (pid: number, cpuCores: number, startTime = 'a'): Process => ({ pid, name: `p${pid}`, cpuCores, memoryBytes: 100, startTime })

it('says which of them moved since before', () => {
  const rows = processRows([process(1, 1), process(2, 0.5), process(3, 0.1)], [process(1, 0.9), process(3, 0.8)])
  expect(rows.map(({ cpuChange, appeared }) => [cpuChange?.toFixed(1), appeared])).toEqual([['0.1', false], ['0.5', true], ['-0.7', false]])
  expect(sortRows(rows, 'cpuChange').map(({ pid }) => pid)).toEqual([3, 2, 1])
})

it('does not take a reused number for the same process', () => {
  expect(processRows([process(1, 1, 'b')], [process(1, 1, 'a')])[0]).toMatchObject({ appeared: true, memoryChange: undefined })
})

it('says nothing of changes where nothing is known of before', () => {
  expect(processRows([process(1, 1)], undefined)[0]).toMatchObject({ appeared: false, cpuChange: undefined })
})

it('sorts by each column, what is absent last', () => {
  const rows = processRows([{ pid: 9, name: 'b' }, process(1, 0.2), process(2, 3)], undefined)
  expect(sortRows(rows, 'cpu').map(({ pid }) => pid)).toEqual([2, 1, 9])
  expect(sortRows(rows, 'name').map(({ pid }) => pid)).toEqual([9, 1, 2])
})
