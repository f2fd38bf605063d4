package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/** Where the memory is, from {@code /proc/meminfo}. */
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
                        value = "Swap space (SwapTotal)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.paging.usage")
                @Nullable Long swapTotalBytes,
        @Metric(
                        value = "Swap space in use",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.paging.usage{system.paging.state=used}")
                @Nullable Long swapUsedBytes)
        implements SystemFamily {}
