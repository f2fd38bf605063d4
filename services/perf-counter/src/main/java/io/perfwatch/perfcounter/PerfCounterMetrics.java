package io.perfwatch.perfcounter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.perfwatch.perfcounter.child.PerfCounts;
import java.util.function.ToDoubleFunction;

/** {@code perfwatch_perf_{lines,lines_unreadable,…,starts,ends}_total}. */
final class PerfCounterMetrics {
    private PerfCounterMetrics() {}

    static void bind(PerfCounts counts, MeterRegistry registry) {
        bind("lines", counts, PerfCounts::lines, registry);
        bind("lines.unreadable", counts, PerfCounts::unreadable, registry);
        bind("lines.out.of.order", counts, PerfCounts::outOfOrder, registry);
        bind("starts", counts, PerfCounts::starts, registry);
        bind("ends", counts, PerfCounts::ends, registry);
    }

    private static void bind(
            String name,
            PerfCounts counts,
            ToDoubleFunction<PerfCounts> value,
            MeterRegistry registry) {
        FunctionCounter.builder("perfwatch.perf." + name, counts, value).register(registry);
    }
}
