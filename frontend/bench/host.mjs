// A host whose every family is measured, tick by tick; the values are those of its tick, so each run draws the same.

const SYSTEM = 'perfwatch.system.v1'
const COUNTERS = 'perfwatch.counters.v1'
const PROCESSES = 'perfwatch.processes.v1'
export const HOST = 'bench-1'

/** A value that moves: between `low` and `high`. @param {number} tick @param {number} seed @param {number} low @param {number} high */
export function wave(tick, seed, low, high) {
  const noise = Math.abs(Math.sin(tick * 12.9898 + seed * 78.233) * 43758.5453) % 1
  return Number((low + (high - low) * (0.5 + 0.3 * Math.sin(tick / (20 + seed)) + 0.2 * (noise - 0.5))).toFixed(4))
}

/** @param {number} tick @param {number} seed @param {Record<string, [number, number]>} members */
function waves(tick, seed, members) {
  return Object.fromEntries(Object.entries(members).map(([name, [low, high]], index) => [name, wave(tick, seed + index, low, high)]))
}

/** @param {number} tick @param {string[]} names @param {Record<string, [number, number]>} members */
function devices(tick, names, members) {
  return Object.fromEntries(names.map((name, index) => [name, waves(tick, index * 7, members)]))
}

/** @param {number} tick */
function system(tick) {
  const every = { intervalSeconds: 1 }
  return {
    cpu: { ...every, ...waves(tick, 1, { utilization: [0, 1], userRatio: [0, 0.5], niceRatio: [0, 0.05], systemRatio: [0, 0.2], irqRatio: [0, 0.02], softirqRatio: [0, 0.03], guestRatio: [0, 0.02], iowaitRatio: [0, 0.1], stealRatio: [0, 0.02] }), cores: { utilization: Array.from({ length: 16 }, (_, core) => wave(tick, core, 0, 1)) } },
    load: { ...every, ...waves(tick, 2, { average1Minute: [0, 8], average5Minutes: [0, 8], average15Minutes: [0, 8], runQueueLength: [0, 16] }) },
    pressure: { ...every, ...devices(tick, ['cpu', 'memory', 'io'], { someStalledSecondsPerSecond: [0, 0.6], fullStalledSecondsPerSecond: [0, 0.3] }) },
    memory: { ...every, totalBytes: 2 ** 35, ...waves(tick, 3, { usedBytes: [2 ** 33, 2 ** 34], cachedBytes: [2 ** 32, 2 ** 33], buffersBytes: [0, 2 ** 28], swapUsedBytes: [0, 2 ** 30], pageInBytesPerSecond: [0, 1e7], pageOutBytesPerSecond: [0, 1e7], swapInBytesPerSecond: [0, 1e5], swapOutBytesPerSecond: [0, 1e5], minorFaultsPerSecond: [0, 9000], majorFaultsPerSecond: [0, 50] }) },
    disks: { ...every, ...devices(tick, ['nvme0n1', 'nvme1n1'], { utilization: [0, 1], readBytesPerSecond: [0, 1e8], writtenBytesPerSecond: [0, 1e8], readLatencySeconds: [0, 0.01], writeLatencySeconds: [0, 0.01], readsPerSecond: [0, 2000], writesPerSecond: [0, 2000], queueDepth: [0, 8] }) },
    filesystems: { ...every, ...devices(tick, ['/', '/var'], { utilization: [0.3, 0.5], usedInodes: [1e5, 2e5] }) },
    networks: { ...every, ...devices(tick, ['eth0', 'eth1'], { receivedBytesPerSecond: [0, 1e7], sentBytesPerSecond: [0, 1e7], receivedPacketsPerSecond: [0, 1e4], sentPacketsPerSecond: [0, 1e4], receiveDropsPerSecond: [0, 2], sendDropsPerSecond: [0, 2], receiveErrorsPerSecond: [0, 1], sendErrorsPerSecond: [0, 1] }) },
    tcp: { ...every, ...waves(tick, 4, { establishedConnections: [100, 300], timeWaitConnections: [0, 90], orphanedConnections: [0, 9], activeOpensPerSecond: [0, 50], passiveOpensPerSecond: [0, 50], failedAttemptsPerSecond: [0, 3], retransmitsPerSecond: [0, 9], listenDropsPerSecond: [0, 2], receivedResetsPerSecond: [0, 4], sentResetsPerSecond: [0, 4], timeoutsPerSecond: [0, 2] }) },
    udp: { ...every, ...waves(tick, 5, { receivedDatagramsPerSecond: [0, 900], sentDatagramsPerSecond: [0, 900], receiveBufferErrorsPerSecond: [0, 2], noPortsPerSecond: [0, 2], receiveErrorsPerSecond: [0, 2], checksumErrorsPerSecond: [0, 1] }) },
    sockets: { ...every, ...waves(tick, 6, { used: [200, 900], trackedConnections: [0, 900] }) },
    cgroups: { ...every, total: 40, ...devices(tick, ['/system.slice', '/user.slice', '/kubepods'], { cpuCores: [0, 4], memoryBytes: [2 ** 28, 2 ** 32], throttledPeriodsRatio: [0, 0.2] }) },
    sensors: { ...every, ...devices(tick, ['package', 'board'], { temperatureCelsius: [40, 80], powerWatts: [20, 90], speedRotationsPerMinute: [900, 2000] }) },
  }
}

/** @param {number} tick */
function counters(tick) {
  const counts = ['context-switches', 'page-faults', 'cpu-migrations', 'cycles', 'instructions']
  return {
    counters: {
      intervalSeconds: 1,
      ...waves(tick, 8, { instructionsPerCycle: [0.4, 2.5], l1DataMissesPerKiloInstruction: [5, 40], l1InstructionMissesPerKiloInstruction: [1, 9], llcMissesPerKiloInstruction: [0, 5], dataTlbMissesPerKiloInstruction: [0, 3], instructionTlbMissesPerKiloInstruction: [0, 2], retiringRatio: [0.2, 0.4], badSpeculationRatio: [0, 0.1], frontendBoundRatio: [0.1, 0.2], backendBoundRatio: [0.2, 0.4], stalledFrontendRatio: [0, 0.3], stalledBackendRatio: [0, 0.5], branchMissRatio: [0, 0.05], cacheMissRatio: [0, 0.4], frequencyHertz: [2e9, 4e9], averageFrequencyHertz: [1e9, 3e9] }),
      ...Object.fromEntries(counts.map((name, index) => [name, { countPerSecond: wave(tick, index, 0, 1e6), runningRatio: 1, quality: 'exact' }])),
    },
  }
}

/** @param {number} tick */
function processes(tick) {
  const top = Array.from({ length: 20 }, (_, index) => [1000 + index, { name: `worker-${index}`, user: 'app', state: 'S', cpuCores: wave(tick, index, 0, 1), memoryBytes: wave(tick, index, 1e7, 1e9), startTime: '2026-03-01T00:00:00.000Z', commandLine: `/usr/bin/worker --number ${index}` }])
  return { processes: { intervalSeconds: 5, ...waves(tick, 9, { total: [200, 300], running: [1, 9], sleeping: [200, 300], blocked: [0, 3], stopped: [0, 1], zombie: [0, 1], idle: [50, 90] }), ...Object.fromEntries(top) } }
}

/**
 * What the topics carry at a tick.
 * @param {number} tick
 * @param {number} start epoch milliseconds of tick 0
 * @returns {{ topic: string, event: object }[]}
 */
export function eventsAt(tick, start) {
  const time = new Date(start + tick * 1000).toISOString()
  /** @param {string} probe @param {number} sequence @param {object} families */
  const event = (probe, sequence, families) => ({ host: HOST, probe, run: '01930000-0000-7000-8000-000000000001', sequence, time, ...families })
  return [
    { topic: SYSTEM, event: event('sampler', tick + 1, system(tick)) },
    { topic: COUNTERS, event: event('perf-counter', tick + 1, counters(tick)) },
    ...(tick % 5 === 0 ? [{ topic: PROCESSES, event: event('sampler', tick / 5 + 1, processes(tick)) }] : []),
  ]
}

/** What is known of a host. @param {string} host */
export function inventory(host) {
  return { host, state: 'up', lastSeen: new Date().toISOString(), headline: {}, conflict: false, probes: [{ host, probe: 'sampler', version: '0', labels: { rack: `r${host.at(-1)}` }, operatingSystem: { name: 'Linux', architecture: 'amd64' }, hardware: { threads: 16 } }] }
}
