package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One control group. */
public record Cgroup(
        @JsonPropertyDescription("As the container runtime names it") @Nullable String containerId,
        @JsonPropertyDescription("Name of the Kubernetes container") @Nullable String container,
        @JsonPropertyDescription("Name of the Kubernetes pod") @Nullable String pod,
        @JsonPropertyDescription("Kubernetes namespace") @Nullable String namespace,
        @Metric(value = "CPU time used", unit = Metric.Unit.CORES) @Nullable Double cpuCores,
        @Metric(value = "CPU time used in user space", unit = Metric.Unit.CORES)
                @Nullable Double userCores,
        @Metric(value = "CPU time used in the kernel", unit = Metric.Unit.CORES)
                @Nullable Double systemCores,
        @Metric(value = "CPU time that it may use", unit = Metric.Unit.CORES)
                @Nullable Double limitCores,
        @Metric(
                        value = "Periods in which it ran into its limit",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO)
                @Nullable Double throttledPeriodsRatio,
        @Metric(
                        value = "Time it was held back, all CPUs together",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double throttledSecondsPerSecond,
        @Metric(value = "Memory charged to it, page cache included", unit = Metric.Unit.BYTES)
                @Nullable Long memoryBytes,
        @Metric(value = "Memory it may have; absent without a limit", unit = Metric.Unit.BYTES)
                @Nullable Long memoryLimitBytes,
        @Metric(
                        value =
                                "Memory without the inactive page cache: what the kubelet judges by",
                        unit = Metric.Unit.BYTES)
                @Nullable Long workingSetBytes,
        @Metric(
                        value = "Processes of it that were killed for want of memory",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double outOfMemoryKillsPerSecond,
        @Metric(
                        value = "At least one of its tasks waited for a CPU",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double cpuSomeStalledSecondsPerSecond,
        @Metric(
                        value = "At least one of its tasks waited for memory",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double memorySomeStalledSecondsPerSecond,
        @Metric(
                        value = "None of its tasks could go on for want of memory",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double memoryFullStalledSecondsPerSecond,
        @Metric(
                        value = "At least one of its tasks waited for a disk",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double ioSomeStalledSecondsPerSecond,
        @Metric(
                        value = "None of its tasks could go on because of a disk",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double ioFullStalledSecondsPerSecond,
        @Metric(
                        value = "Reads from block devices",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double readsPerSecond,
        @Metric(
                        value = "Writes to block devices",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double writesPerSecond,
        @Metric(
                        value = "Read from block devices",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double readBytesPerSecond,
        @Metric(
                        value = "Written to block devices",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double writtenBytesPerSecond,
        @Metric(value = "Processes and threads in it", unit = Metric.Unit.COUNT)
                @Nullable Long tasks) {}
