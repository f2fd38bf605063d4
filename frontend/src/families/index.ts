import { counters } from './counters'
import { cpu } from './cpu'
import { memory } from './memory'
import type { Family, FamilyChart } from './types'

/** Every family has its chart, in the order of the page: the compiler names one that is forgotten. */
export const families: { [F in Family]: FamilyChart<F> } = { cpu, memory, counters }
