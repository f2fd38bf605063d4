// Written by "npm run types" from libs/metric-model/src/main/resources/schema. Do not edit.

/** What a record of each topic is. */
export interface Events {
  'perfwatch.annotations.v1': Annotation
  'perfwatch.counters.v1': CountersEvent
  'perfwatch.hosts.v1': HostEvent
  'perfwatch.processes.v1': ProcessesEvent
  'perfwatch.settings.v1': RetentionSetting
  'perfwatch.system.v1': SystemEvent
}

export interface Annotation {
  /**
   * The record's key: letters, digits and . _ : -, at most 100
   */
  id: string
  /**
   * When it happened or began, UTC, with milliseconds
   */
  time: string
  /**
   * When it ended; absent: it was a moment
   */
  until?: string
  /**
   * What happened, for people, at most 2,000 characters
   */
  text: string
  /**
   * To choose by: deploy, incident; at most 20 of 100 characters
   */
  tags?: string[]
  /**
   * Whom it concerns, at most 1,000; absent: every host
   */
  hosts?: string[]
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
  caches?: Cache[]
  disks?: Disk[]
  interfaces?: Interface[]
}
export interface Cache {
  name: string
  sizeBytes: number
  count: number
}
export interface Disk {
  name: string
  model?: string
  sizeBytes?: number
  rotational?: boolean
}
export interface Interface {
  name: string
  driver?: string
  mtuBytes?: number
}

export interface ProcessesEvent {
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
  processes?: Processes
  /**
   * What could not be measured, and why, by family or path
   */
  unavailable?: {
    [k: string]: string
  }
}
export interface Processes {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Processes
   */
  total?: number
  /**
   * Processes that run or are ready to
   */
  running?: number
  /**
   * Processes that wait for something
   */
  sleeping?: number
  /**
   * Processes that wait and cannot be interrupted, mostly for a disk
   */
  blocked?: number
  /**
   * Processes that are stopped or traced
   */
  stopped?: number
  /**
   * Processes that are dead and not yet waited for
   */
  zombie?: number
  /**
   * Threads of the kernel with nothing to do
   */
  idle?: number
  [k: string]: ProcessSample | number | undefined
}
export interface ProcessSample {
  /**
   * Who started it, or who took it over
   */
  parentPid?: number
  /**
   * Name of the executable, at most 15 characters
   */
  name?: string
  /**
   * Name of the effective user, or its number
   */
  user?: string
  /**
   * Letter of the state, as ps(1) shows it
   */
  state?: string
  /**
   * CPU time used, in {core}
   */
  cpuCores?: number
  /**
   * Resident memory, shared pages included (RSS), in By
   */
  memoryBytes?: number
  /**
   * Threads
   */
  threads?: number
  /**
   * Read from block devices; absent where that is not ours to see, in By/s
   */
  readBytesPerSecond?: number
  /**
   * Written to block devices; absent where that is not ours to see, in By/s
   */
  writtenBytesPerSecond?: number
  /**
   * When it was started
   */
  startTime?: string
  /**
   * Path of its control group
   */
  cgroup?: string
  /**
   * With its arguments, secrets masked, cut
   */
  commandLine?: string
}

export interface RetentionSetting {
  /**
   * Samples as they came, in seconds, at least 3600
   */
  rawSeconds: number
  /**
   * Minima, averages and maxima of minutes, in seconds
   */
  minuteSeconds: number
  /**
   * Minima, averages and maxima of hours, in seconds
   */
  hourSeconds: number
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
  load?: Load
  pressure?: Pressure
  memory?: Memory
  disks?: Disks
  filesystems?: Filesystems
  networks?: Networks
  tcp?: Tcp
  udp?: Udp
  sockets?: Sockets
  cgroups?: Cgroups
  sensors?: Sensors
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
  /**
   * Switches from one task to another, in 1/s
   */
  contextSwitchesPerSecond?: number
  /**
   * Interrupts that were served, in 1/s
   */
  interruptsPerSecond?: number
  /**
   * Processes and threads that were started, in 1/s
   */
  forksPerSecond?: number
  /**
   * Threads that run or are ready to, at the end of the interval
   */
  runningTasks?: number
  /**
   * Threads that wait for a disk, at the end of the interval
   */
  blockedTasks?: number
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
export interface Load {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Running and uninterruptible tasks, damped over 1 minute
   */
  average1Minute?: number
  /**
   * Running and uninterruptible tasks, damped over 5 minutes
   */
  average5Minutes?: number
  /**
   * Running and uninterruptible tasks, damped over 15 minutes
   */
  average15Minutes?: number
  /**
   * Threads that run or are ready to run, the reading one left out
   */
  runQueueLength?: number
  /**
   * Threads that exist
   */
  threads?: number
}
export interface Pressure {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  [k: string]: PressureStall | number
}
export interface PressureStall {
  /**
   * At least one task waited for it, averaged over 10 seconds
   */
  someOver10SecondsRatio?: number
  /**
   * At least one task waited for it, averaged over 60 seconds
   */
  someOver60SecondsRatio?: number
  /**
   * At least one task waited for it, averaged over 300 seconds
   */
  someOver300SecondsRatio?: number
  /**
   * At least one task waited for it, over the interval, in s/s
   */
  someStalledSecondsPerSecond?: number
  /**
   * No task could go on because of it, averaged over 10 seconds
   */
  fullOver10SecondsRatio?: number
  /**
   * No task could go on because of it, averaged over 60 seconds
   */
  fullOver60SecondsRatio?: number
  /**
   * No task could go on because of it, averaged over 300 seconds
   */
  fullOver300SecondsRatio?: number
  /**
   * No task could go on because of it, over the interval, in s/s
   */
  fullStalledSecondsPerSecond?: number
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
   * tmpfs and shared memory (Shmem), in By
   */
  sharedBytes?: number
  /**
   * Structures of the kernel (Slab), in By
   */
  slabBytes?: number
  /**
   * The part of slabBytes that can be given up (SReclaimable), in By
   */
  slabReclaimableBytes?: number
  /**
   * Waits to be written to disk (Dirty), in By
   */
  dirtyBytes?: number
  /**
   * Is being written to disk (Writeback), in By
   */
  writebackBytes?: number
  /**
   * Page tables (PageTables), in By
   */
  pageTablesBytes?: number
  /**
   * Promised to processes, used or not (Committed_AS), in By
   */
  committedBytes?: number
  /**
   * Reserved huge pages (HugePages_Total)
   */
  hugePages?: number
  /**
   * Huge pages that nobody uses (HugePages_Free)
   */
  hugePagesFree?: number
  /**
   * Size of one huge page (Hugepagesize), in By
   */
  hugePageBytes?: number
  /**
   * Swap space (SwapTotal), in By
   */
  swapTotalBytes?: number
  /**
   * Swap space in use, in By
   */
  swapUsedBytes?: number
  /**
   * Brought back from swap (pswpin), in By/s
   */
  swapInBytesPerSecond?: number
  /**
   * Put out to swap (pswpout), in By/s
   */
  swapOutBytesPerSecond?: number
  /**
   * Read from block devices (pgpgin), in By/s
   */
  pageInBytesPerSecond?: number
  /**
   * Written to block devices (pgpgout), in By/s
   */
  pageOutBytesPerSecond?: number
  /**
   * Page faults that needed no disk, in 1/s
   */
  minorFaultsPerSecond?: number
  /**
   * Page faults that waited for a disk (pgmajfault), in 1/s
   */
  majorFaultsPerSecond?: number
  /**
   * Processes that the kernel killed for want of memory (oom_kill), in 1/s
   */
  outOfMemoryKillsPerSecond?: number
}
export interface Disks {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  [k: string]: Disk | number
}
export interface Disk {
  /**
   * Reads that were completed, in 1/s
   */
  readsPerSecond?: number
  /**
   * Writes that were completed, in 1/s
   */
  writesPerSecond?: number
  /**
   * Discards that were completed, in 1/s
   */
  discardsPerSecond?: number
  /**
   * Flushes that were completed, in 1/s
   */
  flushesPerSecond?: number
  /**
   * Reads that became part of another, in 1/s
   */
  mergedReadsPerSecond?: number
  /**
   * Writes that became part of another, in 1/s
   */
  mergedWritesPerSecond?: number
  /**
   * Read, in By/s
   */
  readBytesPerSecond?: number
  /**
   * Written, in By/s
   */
  writtenBytesPerSecond?: number
  /**
   * Discarded, in By/s
   */
  discardedBytesPerSecond?: number
  /**
   * How long a read took, waiting included, on average; absent without reads, in s
   */
  readLatencySeconds?: number
  /**
   * How long a write took, waiting included, on average; absent without writes, in s
   */
  writeLatencySeconds?: number
  /**
   * How long a discard took, waiting included, on average; absent without discards, in s
   */
  discardLatencySeconds?: number
  /**
   * Time with at least one request under way; a fast disk can do more at 1
   */
  utilization?: number
  /**
   * Requests under way, on average over the interval
   */
  queueDepth?: number
  /**
   * Requests under way at the end of the interval
   */
  requestsInFlight?: number
}
export interface Filesystems {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  [k: string]: Filesystem | number
}
export interface Filesystem {
  /**
   * Such as ext4
   */
  type?: string
  /**
   * What is mounted
   */
  device?: string
  /**
   * Whether nothing can be written
   */
  readOnly?: boolean
  /**
   * All blocks, in By
   */
  sizeBytes?: number
  /**
   * Blocks in use, in By
   */
  usedBytes?: number
  /**
   * What users without privileges can still write, in By
   */
  availableBytes?: number
  /**
   * Used part of what users can have
   */
  utilization?: number
  /**
   * Files that there can be; absent where there is no limit
   */
  inodes?: number
  /**
   * Files that there are
   */
  usedInodes?: number
}
export interface Networks {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  [k: string]: NetworkInterface | number
}
export interface NetworkInterface {
  /**
   * Bytes that came in, in By/s
   */
  receivedBytesPerSecond?: number
  /**
   * Bytes that went out, in By/s
   */
  sentBytesPerSecond?: number
  /**
   * Packets that came in, in 1/s
   */
  receivedPacketsPerSecond?: number
  /**
   * Packets that went out, in 1/s
   */
  sentPacketsPerSecond?: number
  /**
   * Packets that came in broken, in 1/s
   */
  receiveErrorsPerSecond?: number
  /**
   * Packets that could not be sent, in 1/s
   */
  sendErrorsPerSecond?: number
  /**
   * Packets that came in and were dropped, in 1/s
   */
  receiveDropsPerSecond?: number
  /**
   * Packets that were dropped before they were sent, in 1/s
   */
  sendDropsPerSecond?: number
  /**
   * Speed of the link, where the driver knows it, in bit/s
   */
  speedBitsPerSecond?: number
  /**
   * Whether the link is up; absent where the driver does not know
   */
  up?: boolean
  /**
   * Part of the link that incoming bytes filled
   */
  receiveUtilization?: number
  /**
   * Part of the link that outgoing bytes filled
   */
  sendUtilization?: number
}
export interface Tcp {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Connections in ESTABLISHED or CLOSE-WAIT
   */
  establishedConnections?: number
  /**
   * Connections in TIME-WAIT
   */
  timeWaitConnections?: number
  /**
   * Connections that no process holds any more
   */
  orphanedConnections?: number
  /**
   * IPv4 sockets that listen or are connected
   */
  inUseSockets?: number
  /**
   * Sockets of any state that have memory
   */
  allocatedSockets?: number
  /**
   * Buffers of all sockets, in By
   */
  memoryBytes?: number
  /**
   * Connections that this host began, in 1/s
   */
  activeOpensPerSecond?: number
  /**
   * Connections that others began, in 1/s
   */
  passiveOpensPerSecond?: number
  /**
   * Connections that never came to be, in 1/s
   */
  failedAttemptsPerSecond?: number
  /**
   * Segments that came in, in 1/s
   */
  receivedSegmentsPerSecond?: number
  /**
   * Segments that went out, in 1/s
   */
  sentSegmentsPerSecond?: number
  /**
   * Segments that were sent again, in 1/s
   */
  retransmitsPerSecond?: number
  /**
   * Part of the sent segments that were sent again
   */
  retransmitRatio?: number
  /**
   * Segments that came in broken, in 1/s
   */
  receiveErrorsPerSecond?: number
  /**
   * Connections that were reset while established, in 1/s
   */
  receivedResetsPerSecond?: number
  /**
   * Resets that this host sent, in 1/s
   */
  sentResetsPerSecond?: number
  /**
   * Connections that found the accept queue full, in 1/s
   */
  listenOverflowsPerSecond?: number
  /**
   * Connections that a listening socket dropped, for any reason, in 1/s
   */
  listenDropsPerSecond?: number
  /**
   * Retransmission timers that ran out, in 1/s
   */
  timeoutsPerSecond?: number
  /**
   * SYN segments that were sent again, in 1/s
   */
  synRetransmitsPerSecond?: number
}
export interface Udp {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Sockets that are bound
   */
  inUseSockets?: number
  /**
   * Buffers of all sockets, in By
   */
  memoryBytes?: number
  /**
   * Datagrams that came in and found a socket, in 1/s
   */
  receivedDatagramsPerSecond?: number
  /**
   * Datagrams that went out, in 1/s
   */
  sentDatagramsPerSecond?: number
  /**
   * Datagrams that found no socket, in 1/s
   */
  noPortsPerSecond?: number
  /**
   * Datagrams that could not be delivered, in 1/s
   */
  receiveErrorsPerSecond?: number
  /**
   * Datagrams that were dropped because the buffer of the socket was full, in 1/s
   */
  receiveBufferErrorsPerSecond?: number
  /**
   * Datagrams that were dropped because there was no memory to send them, in 1/s
   */
  sendBufferErrorsPerSecond?: number
  /**
   * Datagrams with a wrong checksum, in 1/s
   */
  checksumErrorsPerSecond?: number
}
export interface Sockets {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Sockets of any kind that processes hold
   */
  used?: number
  /**
   * Raw sockets
   */
  raw?: number
  /**
   * Packets that are being put together of fragments
   */
  fragments?: number
  /**
   * Connections that the firewall remembers (nf_conntrack_count)
   */
  trackedConnections?: number
  /**
   * How many it can remember (nf_conntrack_max)
   */
  trackedConnectionsLimit?: number
  /**
   * Part of that table in use
   */
  trackedConnectionsUtilization?: number
}
export interface Cgroups {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  /**
   * Groups that there are
   */
  total?: number
  [k: string]: Cgroup | number | undefined
}
export interface Cgroup {
  /**
   * As the container runtime names it
   */
  containerId?: string
  /**
   * Name of the Kubernetes container
   */
  container?: string
  /**
   * Name of the Kubernetes pod
   */
  pod?: string
  /**
   * Kubernetes namespace
   */
  namespace?: string
  /**
   * CPU time used, in {core}
   */
  cpuCores?: number
  /**
   * CPU time used in user space, in {core}
   */
  userCores?: number
  /**
   * CPU time used in the kernel, in {core}
   */
  systemCores?: number
  /**
   * CPU time that it may use, in {core}
   */
  limitCores?: number
  /**
   * Periods in which it ran into its limit
   */
  throttledPeriodsRatio?: number
  /**
   * Time it was held back, all CPUs together, in s/s
   */
  throttledSecondsPerSecond?: number
  /**
   * Memory charged to it, page cache included, in By
   */
  memoryBytes?: number
  /**
   * Memory it may have; absent without a limit, in By
   */
  memoryLimitBytes?: number
  /**
   * Memory without the inactive page cache: what the kubelet judges by, in By
   */
  workingSetBytes?: number
  /**
   * Processes of it that were killed for want of memory, in 1/s
   */
  outOfMemoryKillsPerSecond?: number
  /**
   * At least one of its tasks waited for a CPU, in s/s
   */
  cpuSomeStalledSecondsPerSecond?: number
  /**
   * At least one of its tasks waited for memory, in s/s
   */
  memorySomeStalledSecondsPerSecond?: number
  /**
   * None of its tasks could go on for want of memory, in s/s
   */
  memoryFullStalledSecondsPerSecond?: number
  /**
   * At least one of its tasks waited for a disk, in s/s
   */
  ioSomeStalledSecondsPerSecond?: number
  /**
   * None of its tasks could go on because of a disk, in s/s
   */
  ioFullStalledSecondsPerSecond?: number
  /**
   * Reads from block devices, in 1/s
   */
  readsPerSecond?: number
  /**
   * Writes to block devices, in 1/s
   */
  writesPerSecond?: number
  /**
   * Read from block devices, in By/s
   */
  readBytesPerSecond?: number
  /**
   * Written to block devices, in By/s
   */
  writtenBytesPerSecond?: number
  /**
   * Processes and threads in it
   */
  tasks?: number
}
export interface Sensors {
  /**
   * Seconds since the family's previous sample, on the monotonic clock
   */
  intervalSeconds: number
  [k: string]: Sensor | number
}
export interface Sensor {
  /**
   * Temperature, in Cel
   */
  temperatureCelsius?: number
  /**
   * Temperature at which the hardware protects itself, in Cel
   */
  criticalCelsius?: number
  /**
   * Speed of a fan, in {rotation}/min
   */
  speedRotationsPerMinute?: number
  /**
   * Power, measured or from the energy over the interval, in W
   */
  powerWatts?: number
}
