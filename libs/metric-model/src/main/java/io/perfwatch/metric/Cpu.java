package io.perfwatch.metric;

import static io.perfwatch.metric.Metric.Kind.RATE;
import static io.perfwatch.metric.Metric.Kind.RATIO;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * How the CPUs' time was spent, all of them together and each; from {@code /proc/stat}.
 *
 * <p>The nine states add up to 1. Time of guests is not counted twice: the kernel's {@code user}
 * and {@code nice} hold it too, here they do not.
 */
public record Cpu(
        double intervalSeconds,
        @Metric(
                        value = "Time not idle and not waiting for I/O",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {"cpu.idleRatio", "cpu.iowaitRatio"},
                        formula = "1 - idleRatio - iowaitRatio",
                        openTelemetry = "system.cpu.utilization")
                @Nullable Double utilization,
        @Metric(
                        value = "In user space",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.mode=user}")
                @Nullable Double userRatio,
        @Metric(
                        value = "In user space, at a lowered priority",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.mode=nice}")
                @Nullable Double niceRatio,
        @Metric(
                        value = "In the kernel",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.mode=system}")
                @Nullable Double systemRatio,
        @Metric(
                        value = "Idle",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.mode=idle}")
                @Nullable Double idleRatio,
        @Metric(
                        value = "Idle while a disk request of this CPU was outstanding",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.mode=iowait}")
                @Nullable Double iowaitRatio,
        @Metric(
                        value = "Serving hardware interrupts",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.mode=interrupt}")
                @Nullable Double irqRatio,
        @Metric(value = "Serving software interrupts", unit = Metric.Unit.RATIO, kind = RATIO)
                @Nullable Double softirqRatio,
        @Metric(
                        value = "Wanted to run while the hypervisor ran something else",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.mode=steal}")
                @Nullable Double stealRatio,
        @Metric(value = "Running guests of this host", unit = Metric.Unit.RATIO, kind = RATIO)
                @Nullable Double guestRatio,
        @Metric(
                        value = "Switches from one task to another",
                        unit = Metric.Unit.PER_SECOND,
                        kind = RATE)
                @Nullable Double contextSwitchesPerSecond,
        @Metric(value = "Interrupts that were served", unit = Metric.Unit.PER_SECOND, kind = RATE)
                @Nullable Double interruptsPerSecond,
        @Metric(
                        value = "Processes and threads that were started",
                        unit = Metric.Unit.PER_SECOND,
                        kind = RATE)
                @Nullable Double forksPerSecond,
        @Metric(
                        value = "Threads that run or are ready to, at the end of the interval",
                        unit = Metric.Unit.COUNT)
                @Nullable Long runningTasks,
        @Metric(
                        value = "Threads that wait for a disk, at the end of the interval",
                        unit = Metric.Unit.COUNT)
                @Nullable Long blockedTasks,
        @JsonPropertyDescription("Each logical CPU, as columns: the index is the CPU's number")
                @Nullable CpuCores cores)
        implements SystemFamily {}
