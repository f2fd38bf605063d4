import { escapeKey } from '@/core/path'
import { metric, type FamilyChart, type Panel, type Series } from './types'

type Definition = Omit<Panel, 'id' | 'kind' | 'width'> & { kind?: Panel['kind'] }

const EVENTS: Record<string, Omit<Definition, 'series' | 'unit'>> = {
  'context-switches': { title: 'Context switches', about: 'How often a CPU went on to another thread.' },
  'page-faults': { title: 'Page faults', about: 'How often memory was touched that was not mapped yet.' },
  'cpu-migrations': { title: 'CPU migrations', about: 'How often a thread went on on another CPU, where its caches are cold.' },
}

const DERIVED: Definition[] = [
  {
    title: 'Instructions per cycle',
    about: 'How much work each cycle did: well below 1, the CPU mostly waits for memory.',
    unit: 'count',
    series: [{ path: metric('counters', 'instructionsPerCycle'), name: 'IPC', colour: 'blue' }],
  },
  {
    title: 'Where the pipeline went',
    about: 'Top-down analysis: what became of the slots in which an instruction could have been issued.',
    unit: 'ratio',
    kind: 'stack',
    max: 1,
    series: [
      { path: metric('counters', 'retiringRatio'), name: 'Useful work', colour: 'blue' },
      { path: metric('counters', 'badSpeculationRatio'), name: 'Wrong guesses', colour: 'red' },
      { path: metric('counters', 'frontendBoundRatio'), name: 'Waiting for instructions', colour: 'yellow' },
      { path: metric('counters', 'backendBoundRatio'), name: 'Waiting for data', colour: 'purple' },
    ],
  },
  {
    title: 'Misses',
    about: 'The part of the branches that was predicted wrong, and of the requests that missed the last cache.',
    unit: 'ratio',
    series: [
      { path: metric('counters', 'branchMissRatio'), name: 'Branches', colour: 'orange' },
      { path: metric('counters', 'cacheMissRatio'), name: 'Cache', colour: 'purple' },
    ],
  },
  {
    title: 'Clock frequency',
    about: 'Of the CPUs while they were not halted, on average.',
    unit: 'hertz',
    series: [{ path: metric('counters', 'frequencyHertz'), name: 'Frequency', colour: 'green' }],
  },
]

export const counters: FamilyChart<'counters'> = {
  topic: 'perfwatch.counters.v1',
  keys: (sample) => Object.keys(sample).filter((name) => name !== 'intervalSeconds' && name !== 'cores'),
  panels: (keys) => [
    ...Object.keys(EVENTS).filter((name) => keys.includes(name)).map(eventPanel),
    ...DERIVED.map((definition) => onlyWith(keys, definition)).filter((panel) => panel.series.length > 0),
  ],
}

function eventPanel(event: string): Panel {
  const definition = EVENTS[event] ?? { title: event, about: 'An event of perf stat.' }
  return { id: event, kind: 'lines', width: 'third', unit: 'perSecond', series: [counter(event, definition.title)], ...definition }
}

function counter(event: string, name: string): Series {
  return { path: `counters[${escapeKey(event)}].countPerSecond`, name, colour: 'blue' }
}

/** A CPU that cannot count something does not get an empty chart for it. */
function onlyWith(keys: readonly string[], definition: Definition): Panel {
  const series = definition.series.filter(({ path }) => keys.includes(path.slice(path.indexOf('.') + 1)))
  return { id: definition.title.toLowerCase().replaceAll(' ', '-'), kind: 'lines', width: 'third', ...definition, series }
}
