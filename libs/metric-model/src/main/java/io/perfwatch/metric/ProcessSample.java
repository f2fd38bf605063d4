package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One process. */
public record ProcessSample(
        @JsonPropertyDescription("Who started it, or who took it over") @Nullable Long parentPid,
        @JsonPropertyDescription("Name of the executable, at most 15 characters")
                @Nullable String name,
        @JsonPropertyDescription("Name of the effective user, or its number") @Nullable String user,
        @JsonPropertyDescription("Letter of the state, as ps(1) shows it") @Nullable String state,
        @Metric(value = "CPU time used", unit = Metric.Unit.CORES) @Nullable Double cpuCores,
        @Metric(
                        value = "Resident memory, shared pages included (RSS)",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "process.memory.usage")
                @Nullable Long memoryBytes,
        @Metric(value = "Threads", unit = Metric.Unit.COUNT, openTelemetry = "process.thread.count")
                @Nullable Long threads,
        @Metric(
                        value = "Read from block devices; absent where that is not ours to see",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "process.disk.io{disk.io.direction=read}")
                @Nullable Double readBytesPerSecond,
        @Metric(
                        value = "Written to block devices; absent where that is not ours to see",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "process.disk.io{disk.io.direction=write}")
                @Nullable Double writtenBytesPerSecond,
        @JsonPropertyDescription("When it was started") @Nullable @EventTime Instant startTime,
        @JsonPropertyDescription("Path of its control group") @Nullable String cgroup,
        @JsonPropertyDescription("With its arguments, secrets masked, cut")
                @Nullable String commandLine) {}
