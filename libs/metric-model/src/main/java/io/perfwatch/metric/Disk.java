package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/** One block device. */
public record Disk(
        @Metric(
                        value = "Reads that were completed",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.disk.operations{disk.io.direction=read}")
                @Nullable Double readsPerSecond,
        @Metric(
                        value = "Writes that were completed",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.disk.operations{disk.io.direction=write}")
                @Nullable Double writesPerSecond,
        @Metric(
                        value = "Discards that were completed",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double discardsPerSecond,
        @Metric(
                        value = "Flushes that were completed",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double flushesPerSecond,
        @Metric(
                        value = "Reads that became part of another",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.disk.merged{disk.io.direction=read}")
                @Nullable Double mergedReadsPerSecond,
        @Metric(
                        value = "Writes that became part of another",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.disk.merged{disk.io.direction=write}")
                @Nullable Double mergedWritesPerSecond,
        @Metric(
                        value = "Read",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.disk.io{disk.io.direction=read}")
                @Nullable Double readBytesPerSecond,
        @Metric(
                        value = "Written",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.disk.io{disk.io.direction=write}")
                @Nullable Double writtenBytesPerSecond,
        @Metric(value = "Discarded", unit = Metric.Unit.BYTES_PER_SECOND, kind = Metric.Kind.RATE)
                @Nullable Double discardedBytesPerSecond,
        @Metric(
                        value =
                                "How long a read took, waiting included, on average; absent without reads",
                        unit = Metric.Unit.SECONDS)
                @Nullable Double readLatencySeconds,
        @Metric(
                        value =
                                "How long a write took, waiting included, on average; absent without writes",
                        unit = Metric.Unit.SECONDS)
                @Nullable Double writeLatencySeconds,
        @Metric(
                        value =
                                "How long a discard took, waiting included, on average; absent without discards",
                        unit = Metric.Unit.SECONDS)
                @Nullable Double discardLatencySeconds,
        @Metric(
                        value =
                                "Time with at least one request under way; a fast disk can do more at 1",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO)
                @Nullable Double utilization,
        @Metric(
                        value = "Requests under way, on average over the interval",
                        unit = Metric.Unit.COUNT)
                @Nullable Double queueDepth,
        @Metric(value = "Requests under way at the end of the interval", unit = Metric.Unit.COUNT)
                @Nullable Long requestsInFlight) {}
