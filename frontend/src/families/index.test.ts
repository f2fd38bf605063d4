import { expect, it } from 'vitest'
import { families, SECTIONS } from '.'

it('every family has its place on the page, once', () => {
  expect(SECTIONS.flatMap((section) => section.families).sort()).toEqual(Object.keys(families).sort())
})

it('every chart has a name of its own', () => {
  const ids = Object.values(families).flatMap(({ panels }) => panels(['cycles', 'instructionsPerCycle', 'retiringRatio']).map(({ id }) => id))
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})
