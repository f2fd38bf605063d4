package io.perfwatch.metric;

import static io.perfwatch.metric.Metric.Kind.RATIO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link Cpu} per logical CPU: one list a metric, null where the CPU is offline; a list is absent
 * if no CPU has a value.
 */
public record CpuCores(
        @Metric(
                        value = "Time not idle and not waiting for I/O",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.logical_number}")
                @Nullable List<@Nullable Double> utilization,
        @Metric(value = "In user space", unit = Metric.Unit.RATIO, kind = RATIO)
                @Nullable List<@Nullable Double> userRatio,
        @Metric(
                        value = "In user space, at a lowered priority",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO)
                @Nullable List<@Nullable Double> niceRatio,
        @Metric(value = "In the kernel", unit = Metric.Unit.RATIO, kind = RATIO)
                @Nullable List<@Nullable Double> systemRatio,
        @Metric(value = "Idle", unit = Metric.Unit.RATIO, kind = RATIO)
                @Nullable List<@Nullable Double> idleRatio,
        @Metric(
                        value = "Idle while a disk request of this CPU was outstanding",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO)
                @Nullable List<@Nullable Double> iowaitRatio,
        @Metric(value = "Serving hardware interrupts", unit = Metric.Unit.RATIO, kind = RATIO)
                @Nullable List<@Nullable Double> irqRatio,
        @Metric(value = "Serving software interrupts", unit = Metric.Unit.RATIO, kind = RATIO)
                @Nullable List<@Nullable Double> softirqRatio,
        @Metric(
                        value = "Wanted to run while the hypervisor ran something else",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO)
                @Nullable List<@Nullable Double> stealRatio,
        @Metric(value = "Running guests of this host", unit = Metric.Unit.RATIO, kind = RATIO)
                @Nullable List<@Nullable Double> guestRatio,
        @Metric(
                        value =
                                "Frequency that the governor asked for, or that the processor says"
                                        + " it has",
                        unit = Metric.Unit.HERTZ,
                        openTelemetry = "system.cpu.frequency{cpu.logical_number}")
                @Nullable List<@Nullable Double> frequencyHertz) {

    public CpuCores {
        utilization = copy(utilization);
        userRatio = copy(userRatio);
        niceRatio = copy(niceRatio);
        systemRatio = copy(systemRatio);
        idleRatio = copy(idleRatio);
        iowaitRatio = copy(iowaitRatio);
        irqRatio = copy(irqRatio);
        softirqRatio = copy(softirqRatio);
        stealRatio = copy(stealRatio);
        guestRatio = copy(guestRatio);
        frequencyHertz = copy(frequencyHertz);
    }

    /** One CPU: a row of the table. */
    public record Core(
            @Nullable Double utilization,
            @Nullable Double userRatio,
            @Nullable Double niceRatio,
            @Nullable Double systemRatio,
            @Nullable Double idleRatio,
            @Nullable Double iowaitRatio,
            @Nullable Double irqRatio,
            @Nullable Double softirqRatio,
            @Nullable Double stealRatio,
            @Nullable Double guestRatio,
            @Nullable Double frequencyHertz) {

        /** A CPU that is not there, or not yet known. */
        public static final Core OFFLINE =
                new Core(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The table of these rows, the first being CPU 0. */
    public static CpuCores of(List<Core> cores) {
        return new CpuCores(
                column(cores, Core::utilization),
                column(cores, Core::userRatio),
                column(cores, Core::niceRatio),
                column(cores, Core::systemRatio),
                column(cores, Core::idleRatio),
                column(cores, Core::iowaitRatio),
                column(cores, Core::irqRatio),
                column(cores, Core::softirqRatio),
                column(cores, Core::stealRatio),
                column(cores, Core::guestRatio),
                column(cores, Core::frequencyHertz));
    }

    private static @Nullable List<@Nullable Double> column(
            List<Core> cores, Function<Core, @Nullable Double> metric) {
        List<@Nullable Double> column = new ArrayList<>(cores.size());
        for (Core core : cores) {
            column.add(metric.apply(core));
        }
        return column.stream().allMatch(Objects::isNull) ? null : column;
    }

    private static @Nullable List<@Nullable Double> copy(@Nullable List<@Nullable Double> column) {
        return column == null ? null : Collections.unmodifiableList(new ArrayList<>(column));
    }
}
