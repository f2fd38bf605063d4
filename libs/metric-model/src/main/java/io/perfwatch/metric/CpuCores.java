package io.perfwatch.metric;

import static io.perfwatch.metric.Metric.Kind.RATIO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Cpu} per logical CPU: one list a metric, null where the CPU is offline. */
public record CpuCores(
        @Metric(
                        value = "Time not idle and not waiting for I/O",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        openTelemetry = "system.cpu.utilization{cpu.logical_number}")
                List<@Nullable Double> utilization) {
    public CpuCores {
        utilization = Collections.unmodifiableList(new ArrayList<>(utilization));
    }
}
