// Written by "npm run types" from libs/metric-model/src/main/resources/schema. Do not edit.

/** What a record of each topic is. */
export interface Events {
  'perfwatch.counters.v1': CountersEvent
  'perfwatch.hosts.v1': HostEvent
  'perfwatch.system.v1': SystemEvent
}

export type QualityNullable = null | Quality
export type Quality = 'exact' | 'scaled' | 'unreliable'

export interface CountersEvent {
  /**
   * The host's name, the same for all its probes
   */
  host: string
  /**
   * The service that measured: sampler or perf-counter
   */
  probe: string
  /**
   * UUIDv7 of the probe's start
   */
  run: string
  /**
   * Per host, topic and run, from 1, assigned when sampled: a hole in it is loss
   */
  sequence: number
  /**
   * End of the tick, UTC, with milliseconds
   */
  time: string
  counters?: Counters
  /**
   * What could not be measured, and why, by family or path
   */
  unavailable?: {
    [k: string]: string
  }
}
export interface Counters {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Instructions retired per cycle, all CPUs together (IPC)
   */
  instructionsPerCycle?: number
  /**
   * Clock frequency while not halted, on average over the CPUs, in Hz
   */
  frequencyHertz?: number
  /**
   * Cycles per CPU and second, a halted CPU being at 0 Hz, in Hz
   */
  averageFrequencyHertz?: number
  /**
   * CPUs that were not halted, on average over the interval, in {core}
   */
  cpusUtilized?: number
  /**
   * Branches that were predicted wrong
   */
  branchMissRatio?: number
  /**
   * Requests to the last cache that missed it, as the CPU's maker defines them
   */
  cacheMissRatio?: number
  /**
   * Loads that missed the first data cache, per 1000 instructions
   */
  l1DataMissesPerKiloInstruction?: number
  /**
   * Fetches that missed the first instruction cache, per 1000 instructions
   */
  l1InstructionMissesPerKiloInstruction?: number
  /**
   * Loads that missed the last cache, per 1000 instructions
   */
  llcMissesPerKiloInstruction?: number
  /**
   * Loads whose address was not in the TLB, per 1000 instructions
   */
  dataTlbMissesPerKiloInstruction?: number
  /**
   * Fetches whose address was not in the TLB, per 1000 instructions
   */
  instructionTlbMissesPerKiloInstruction?: number
  /**
   * Cycles in which no instruction was issued, for want of instructions
   */
  stalledFrontendRatio?: number
  /**
   * Cycles in which no instruction was issued, for want of data or units
   */
  stalledBackendRatio?: number
  /**
   * Top-down level 1: pipeline slots that did useful work
   */
  retiringRatio?: number
  /**
   * Top-down level 1: pipeline slots wasted on a wrong guess
   */
  badSpeculationRatio?: number
  /**
   * Top-down level 1: pipeline slots that waited for instructions
   */
  frontendBoundRatio?: number
  /**
   * Top-down level 1: pipeline slots that waited for data or units
   */
  backendBoundRatio?: number
  cores?: CountersCores
  [k: string]: Counter | number | CountersCores | undefined
}
/**
 * The derived values of each logical CPU, as columns: the index is the CPU's number
 */
export interface CountersCores {
  /**
   * Instructions retired per cycle (IPC)
   */
  instructionsPerCycle?: (number | null)[]
  /**
   * Clock frequency while not halted, in Hz
   */
  frequencyHertz?: (number | null)[]
  /**
   * Cycles per CPU and second, a halted CPU being at 0 Hz, in Hz
   */
  averageFrequencyHertz?: (number | null)[]
  /**
   * CPUs that were not halted, on average over the interval, in {core}
   */
  cpusUtilized?: (number | null)[]
  /**
   * Branches that were predicted wrong
   */
  branchMissRatio?: (number | null)[]
  /**
   * Requests to the last cache that missed it, as the CPU's maker defines them
   */
  cacheMissRatio?: (number | null)[]
  /**
   * Loads that missed the first data cache, per 1000 instructions
   */
  l1DataMissesPerKiloInstruction?: (number | null)[]
  /**
   * Fetches that missed the first instruction cache, per 1000 instructions
   */
  l1InstructionMissesPerKiloInstruction?: (number | null)[]
  /**
   * Loads that missed the last cache, per 1000 instructions
   */
  llcMissesPerKiloInstruction?: (number | null)[]
  /**
   * Loads whose address was not in the TLB, per 1000 instructions
   */
  dataTlbMissesPerKiloInstruction?: (number | null)[]
  /**
   * Fetches whose address was not in the TLB, per 1000 instructions
   */
  instructionTlbMissesPerKiloInstruction?: (number | null)[]
  /**
   * Cycles in which no instruction was issued, for want of instructions
   */
  stalledFrontendRatio?: (number | null)[]
  /**
   * Cycles in which no instruction was issued, for want of data or units
   */
  stalledBackendRatio?: (number | null)[]
  /**
   * Top-down level 1: pipeline slots that did useful work
   */
  retiringRatio?: (number | null)[]
  /**
   * Top-down level 1: pipeline slots wasted on a wrong guess
   */
  badSpeculationRatio?: (number | null)[]
  /**
   * Top-down level 1: pipeline slots that waited for instructions
   */
  frontendBoundRatio?: (number | null)[]
  /**
   * Top-down level 1: pipeline slots that waited for data or units
   */
  backendBoundRatio?: (number | null)[]
}
export interface Counter {
  /**
   * How often it happened, scaled up by runningRatio, in 1/s
   */
  countPerSecond?: number
  /**
   * How much time a clock event counted, all CPUs together, in s/s
   */
  secondsPerSecond?: number
  /**
   * Part of the interval in which the counter was on the hardware
   */
  runningRatio: number
  /**
   * How far the count can be trusted, from runningRatio
   */
  quality: 'exact' | 'scaled' | 'unreliable'
  cores?: CounterCores
}
/**
 * Each logical CPU, as columns: the index is the CPU's number
 */
export interface CounterCores {
  /**
   * How often it happened, scaled up by runningRatio, in 1/s
   */
  countPerSecond?: (number | null)[]
  /**
   * How much time a clock event counted, in s/s
   */
  secondsPerSecond?: (number | null)[]
  /**
   * Part of the interval in which the counter was on the hardware
   */
  runningRatio?: (number | null)[]
  /**
   * How far the count can be trusted, from runningRatio
   */
  quality?: QualityNullable[]
}

export interface HostEvent {
  /**
   * The host's name, the same for all its probes
   */
  host: string
  /**
   * The service that measured: sampler or perf-counter
   */
  probe: string
  /**
   * UUIDv7 of the probe's start
   */
  run: string
  /**
   * Per host, topic and run, from 1, assigned when sampled: a hole in it is loss
   */
  sequence: number
  /**
   * End of the tick, UTC, with milliseconds
   */
  time: string
  version: string
  machineIdHash?: string
  bootId?: string
  labels?: {
    [k: string]: string
  }
  operatingSystem?: OperatingSystem
  hardware?: Hardware
  /**
   * What could not be measured, and why, by family or path
   */
  unavailable?: {
    [k: string]: string
  }
}
export interface OperatingSystem {
  name: string
  kernel?: string
  architecture: string
  virtualization?: string
  bootTime?: string
}
export interface Hardware {
  cpuModel?: string
  sockets?: number
  cores?: number
  threads?: number
  memoryBytes?: number
}

export interface SystemEvent {
  /**
   * The host's name, the same for all its probes
   */
  host: string
  /**
   * The service that measured: sampler or perf-counter
   */
  probe: string
  /**
   * UUIDv7 of the probe's start
   */
  run: string
  /**
   * Per host, topic and run, from 1, assigned when sampled: a hole in it is loss
   */
  sequence: number
  /**
   * End of the tick, UTC, with milliseconds
   */
  time: string
  cpu?: Cpu
  memory?: Memory
  /**
   * What could not be measured, and why, by family or path
   */
  unavailable?: {
    [k: string]: string
  }
}
export interface Cpu {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Time not idle and not waiting for I/O
   */
  utilization?: number
  /**
   * In user space
   */
  userRatio?: number
  /**
   * In user space, at a lowered priority
   */
  niceRatio?: number
  /**
   * In the kernel
   */
  systemRatio?: number
  /**
   * Idle
   */
  idleRatio?: number
  /**
   * Idle while a disk request of this CPU was outstanding
   */
  iowaitRatio?: number
  /**
   * Serving hardware interrupts
   */
  irqRatio?: number
  /**
   * Serving software interrupts
   */
  softirqRatio?: number
  /**
   * Wanted to run while the hypervisor ran something else
   */
  stealRatio?: number
  /**
   * Running guests of this host
   */
  guestRatio?: number
  cores?: CpuCores
}
/**
 * Each logical CPU, as columns: the index is the CPU's number
 */
export interface CpuCores {
  /**
   * Time not idle and not waiting for I/O
   */
  utilization?: (number | null)[]
  /**
   * In user space
   */
  userRatio?: (number | null)[]
  /**
   * In user space, at a lowered priority
   */
  niceRatio?: (number | null)[]
  /**
   * In the kernel
   */
  systemRatio?: (number | null)[]
  /**
   * Idle
   */
  idleRatio?: (number | null)[]
  /**
   * Idle while a disk request of this CPU was outstanding
   */
  iowaitRatio?: (number | null)[]
  /**
   * Serving hardware interrupts
   */
  irqRatio?: (number | null)[]
  /**
   * Serving software interrupts
   */
  softirqRatio?: (number | null)[]
  /**
   * Wanted to run while the hypervisor ran something else
   */
  stealRatio?: (number | null)[]
  /**
   * Running guests of this host
   */
  guestRatio?: (number | null)[]
  /**
   * Frequency that the governor asked for, or that the processor says it has, in Hz
   */
  frequencyHertz?: (number | null)[]
}
export interface Memory {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Usable memory (MemTotal), in By
   */
  totalBytes?: number
  /**
   * Not available to new work, in By
   */
  usedBytes?: number
  /**
   * What new work can have without swapping (MemAvailable), in By
   */
  availableBytes?: number
  /**
   * Used by nobody, not even as a cache (MemFree), in By
   */
  freeBytes?: number
  /**
   * Page cache (Cached), shared memory included, in By
   */
  cachedBytes?: number
  /**
   * Cache of block devices (Buffers), in By
   */
  buffersBytes?: number
  /**
   * Swap space (SwapTotal), in By
   */
  swapTotalBytes?: number
  /**
   * Swap space in use, in By
   */
  swapUsedBytes?: number
}
