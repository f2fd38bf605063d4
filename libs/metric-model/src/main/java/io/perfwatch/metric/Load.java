package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/** How many tasks want a CPU, from {@code /proc/loadavg}; tasks that wait for a disk count too. */
public record Load(
        double intervalSeconds,
        @Metric(
                        value = "Running and uninterruptible tasks, damped over 1 minute",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.cpu.load_average.1m")
                @Nullable Double average1Minute,
        @Metric(
                        value = "Running and uninterruptible tasks, damped over 5 minutes",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.cpu.load_average.5m")
                @Nullable Double average5Minutes,
        @Metric(
                        value = "Running and uninterruptible tasks, damped over 15 minutes",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.cpu.load_average.15m")
                @Nullable Double average15Minutes,
        @Metric(
                        value = "Threads that run or are ready to run, the reading one left out",
                        unit = Metric.Unit.COUNT)
                @Nullable Long runQueueLength,
        @Metric(
                        value = "Threads that exist",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.process.count")
                @Nullable Long threads)
        implements SystemFamily {}
