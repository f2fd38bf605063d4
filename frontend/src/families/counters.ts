import { escapeKey } from '@/core/path'
import { metric, type FamilyChart, type Panel, type Series } from './types'

type Definition = Omit<Panel, 'id' | 'kind' | 'width' | 'runningRatios'> & { kind?: Panel['kind']; width?: Panel['width']; inputs?: readonly string[] }

const DERIVED: Definition[] = [
  {
    title: 'Instructions per cycle',
    about: 'How much work each cycle did: well below 1, the CPU mostly waits for memory.',
    unit: 'count',
    inputs: ['instructions', 'cycles'],
    series: [{ path: metric('counters', 'instructionsPerCycle'), name: 'IPC', colour: 'blue' }],
  },
  {
    title: 'Misses per kilo-instruction',
    about: 'Of a thousand instructions, how many did not find in a cache or the TLB what they needed.',
    unit: 'count',
    inputs: ['instructions', 'L1-dcache-load-misses', 'L1-icache-load-misses', 'LLC-load-misses', 'dTLB-load-misses', 'iTLB-load-misses'],
    series: [
      { path: metric('counters', 'l1DataMissesPerKiloInstruction'), name: 'L1 data', colour: 'blue' },
      { path: metric('counters', 'l1InstructionMissesPerKiloInstruction'), name: 'L1 instructions', colour: 'yellow' },
      { path: metric('counters', 'llcMissesPerKiloInstruction'), name: 'Last cache', colour: 'red' },
      { path: metric('counters', 'dataTlbMissesPerKiloInstruction'), name: 'Data TLB', colour: 'purple' },
      { path: metric('counters', 'instructionTlbMissesPerKiloInstruction'), name: 'Instruction TLB', colour: 'green' },
    ],
  },
  {
    title: 'Where the pipeline went',
    about: 'Top-down analysis: what became of the slots in which an instruction could have been issued.',
    unit: 'ratio',
    kind: 'stack',
    max: 1,
    width: 'half',
    inputs: ['slots', 'topdown-retiring', 'topdown-bad-spec', 'topdown-fe-bound', 'topdown-be-bound'],
    series: [
      { path: metric('counters', 'retiringRatio'), name: 'Useful work', colour: 'blue' },
      { path: metric('counters', 'badSpeculationRatio'), name: 'Wrong guesses', colour: 'red' },
      { path: metric('counters', 'frontendBoundRatio'), name: 'Waiting for instructions', colour: 'yellow' },
      { path: metric('counters', 'backendBoundRatio'), name: 'Waiting for data', colour: 'purple' },
    ],
  },
  {
    title: 'Stalled cycles',
    about: 'Cycles in which no instruction was issued.',
    unit: 'ratio',
    inputs: ['cycles', 'stalled-cycles-frontend', 'stalled-cycles-backend'],
    series: [
      { path: metric('counters', 'stalledFrontendRatio'), name: 'For want of instructions', colour: 'yellow' },
      { path: metric('counters', 'stalledBackendRatio'), name: 'For want of data', colour: 'purple' },
    ],
  },
  {
    title: 'Miss ratios',
    about: 'The part of the branches that was predicted wrong, and of the requests that missed the last cache.',
    unit: 'ratio',
    inputs: ['branches', 'branch-misses', 'cache-references', 'cache-misses'],
    series: [
      { path: metric('counters', 'branchMissRatio'), name: 'Branches', colour: 'orange' },
      { path: metric('counters', 'cacheMissRatio'), name: 'Cache', colour: 'purple' },
    ],
  },
  {
    title: 'Clock frequency',
    about: 'Of the CPUs while they were not halted, on average.',
    unit: 'hertz',
    series: [
      { path: metric('counters', 'frequencyHertz'), name: 'While running', colour: 'green' },
      { path: metric('counters', 'averageFrequencyHertz'), name: 'Halts included', colour: 'grey' },
    ],
  },
]

const EVENTS: Record<string, Pick<Definition, 'title' | 'about'>> = {
  'context-switches': { title: 'Context switches', about: 'How often a CPU went on to another thread.' },
  'page-faults': { title: 'Page faults', about: 'How often memory was touched that was not mapped yet.' },
  'cpu-migrations': { title: 'CPU migrations', about: 'How often a thread went on on another CPU, where its caches are cold.' },
}

export const counters: FamilyChart<'counters'> = {
  topic: 'perfwatch.counters.v1',
  keys: (sample) => Object.keys(sample).filter((name) => name !== 'intervalSeconds' && name !== 'cores'),
  panels: (keys) => [
    ...DERIVED.map((definition) => onlyWith(keys, definition)).filter((panel) => panel.series.length > 0),
    ...Object.keys(EVENTS).filter((name) => keys.includes(name)).map(eventPanel),
  ],
}

function eventPanel(event: string): Panel {
  const definition = EVENTS[event] ?? { title: event, about: 'An event of perf stat.' }
  return { id: event, kind: 'lines', width: 'third', unit: 'perSecond', series: [counter(event, definition.title)], runningRatios: [running(event)], ...definition }
}

function counter(event: string, name: string): Series {
  return { path: `counters[${escapeKey(event)}].countPerSecond`, name, colour: 'blue' }
}

function running(event: string): string {
  return `counters[${escapeKey(event)}].runningRatio`
}

/** A CPU that cannot count something does not get an empty chart for it. */
function onlyWith(keys: readonly string[], { inputs, ...definition }: Definition): Panel {
  const series = definition.series.filter(({ path }) => keys.includes(path.slice(path.indexOf('.') + 1)))
  const runningRatios = (inputs ?? []).filter((event) => keys.includes(event)).map(running)
  return { id: definition.title.toLowerCase().replaceAll(' ', '-'), kind: 'lines', width: 'third', ...definition, series, runningRatios }
}
