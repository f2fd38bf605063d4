package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/**
 * Where the memory is, from {@code /proc/meminfo}, and how pages move, from {@code /proc/vmstat}.
 */
public record Memory(
        double intervalSeconds,
        @Metric(
                        value = "Usable memory (MemTotal)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.memory.limit")
                @Nullable Long totalBytes,
        @Metric(
                        value = "Not available to new work",
                        unit = Metric.Unit.BYTES,
                        inputs = {"memory.totalBytes", "memory.availableBytes"},
                        formula = "totalBytes - availableBytes",
                        openTelemetry = "system.memory.usage{system.memory.state=used}")
                @Nullable Long usedBytes,
        @Metric(
                        value = "What new work can have without swapping (MemAvailable)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.linux.memory.available")
                @Nullable Long availableBytes,
        @Metric(
                        value = "Used by nobody, not even as a cache (MemFree)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.memory.usage{system.memory.state=free}")
                @Nullable Long freeBytes,
        @Metric(
                        value = "Page cache (Cached), shared memory included",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.memory.usage{system.memory.state=cached}")
                @Nullable Long cachedBytes,
        @Metric(
                        value = "Cache of block devices (Buffers)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.memory.usage{system.memory.state=buffers}")
                @Nullable Long buffersBytes,
        @Metric(
                        value = "tmpfs and shared memory (Shmem)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.memory.linux.shared")
                @Nullable Long sharedBytes,
        @Metric(
                        value = "Structures of the kernel (Slab)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.memory.linux.slab.usage")
                @Nullable Long slabBytes,
        @Metric(
                        value = "The part of slabBytes that can be given up (SReclaimable)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry =
                                "system.memory.linux.slab.usage{system.memory.linux.slab.state=reclaimable}")
                @Nullable Long slabReclaimableBytes,
        @Metric(value = "Waits to be written to disk (Dirty)", unit = Metric.Unit.BYTES)
                @Nullable Long dirtyBytes,
        @Metric(value = "Is being written to disk (Writeback)", unit = Metric.Unit.BYTES)
                @Nullable Long writebackBytes,
        @Metric(value = "Page tables (PageTables)", unit = Metric.Unit.BYTES)
                @Nullable Long pageTablesBytes,
        @Metric(
                        value = "Promised to processes, used or not (Committed_AS)",
                        unit = Metric.Unit.BYTES)
                @Nullable Long committedBytes,
        @Metric(value = "Reserved huge pages (HugePages_Total)", unit = Metric.Unit.COUNT)
                @Nullable Long hugePages,
        @Metric(value = "Huge pages that nobody uses (HugePages_Free)", unit = Metric.Unit.COUNT)
                @Nullable Long hugePagesFree,
        @Metric(value = "Size of one huge page (Hugepagesize)", unit = Metric.Unit.BYTES)
                @Nullable Long hugePageBytes,
        @Metric(
                        value = "Swap space (SwapTotal)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.paging.usage")
                @Nullable Long swapTotalBytes,
        @Metric(
                        value = "Swap space in use",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.paging.usage{system.paging.state=used}")
                @Nullable Long swapUsedBytes,
        @Metric(
                        value = "Brought back from swap (pswpin)",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double swapInBytesPerSecond,
        @Metric(
                        value = "Put out to swap (pswpout)",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double swapOutBytesPerSecond,
        @Metric(
                        value = "Read from block devices (pgpgin)",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double pageInBytesPerSecond,
        @Metric(
                        value = "Written to block devices (pgpgout)",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double pageOutBytesPerSecond,
        @Metric(
                        value = "Page faults that needed no disk",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.paging.faults{system.paging.fault.type=minor}")
                @Nullable Double minorFaultsPerSecond,
        @Metric(
                        value = "Page faults that waited for a disk (pgmajfault)",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.paging.faults{system.paging.fault.type=major}")
                @Nullable Double majorFaultsPerSecond,
        @Metric(
                        value = "Processes that the kernel killed for want of memory (oom_kill)",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double outOfMemoryKillsPerSecond)
        implements SystemFamily {}
