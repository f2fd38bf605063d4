package io.perfwatch.sampling;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.function.ToDoubleFunction;

/** What a probe tells of itself: its ticks, the cost of each family, where its events are. */
public final class ProbeMetrics {
    private ProbeMetrics() {}

    /** {@code perfwatch_events_{sampled,published,dropped}_total}, {@code …_buffered}. */
    public static void bind(EventPublisher publisher, MeterRegistry registry) {
        counter("perfwatch.events.sampled", publisher, p -> p.counts().sampled(), registry);
        counter("perfwatch.events.published", publisher, p -> p.counts().published(), registry);
        counter("perfwatch.events.dropped", publisher, p -> p.counts().dropped(), registry);
        gauge("perfwatch.events.buffered", publisher, p -> p.counts().buffered(), registry);
        gauge(
                "perfwatch.events.buffered.bytes",
                publisher,
                p -> p.counts().bufferedBytes(),
                registry);
    }

    /** {@code perfwatch_allocated_bytes_total}: what the garbage collector had to do with. */
    public static void bindMemory(MeterRegistry registry) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        counter(
                "perfwatch.allocated.bytes",
                threads,
                com.sun.management.ThreadMXBean::getTotalThreadAllocatedBytes,
                registry);
    }

    /** {@code perfwatch_ticks_total}, {@code perfwatch_family_…{family}}. */
    public static void bind(SamplingLoop loop, MeterRegistry registry) {
        counter("perfwatch.ticks", loop, SamplingLoop::ticks, registry);
        counter("perfwatch.ticks.missed", loop, SamplingLoop::missedTurns, registry);
        counter("perfwatch.ticks.late.seconds", loop, SamplingLoop::latenessSeconds, registry);
        loop.families().forEach(f -> bind(f.sampler.family(), f.counts, registry));
    }

    private static void bind(String family, FamilyCounts counts, MeterRegistry registry) {
        outcome(family, "sampled", counts, c -> c.sampled.doubleValue(), registry);
        outcome(family, "noData", counts, c -> c.noData.doubleValue(), registry);
        outcome(family, "failed", counts, c -> c.failed.doubleValue(), registry);
        outcome(family, "hanging", counts, c -> c.hanging.doubleValue(), registry);
        cost(family, "attempts", counts, c -> c.attempts.doubleValue(), registry);
        cost(family, "seconds", counts, c -> c.nanos.sum() / 1e9, registry);
        cost(family, "cpu.seconds", counts, c -> c.cpuNanos.sum() / 1e9, registry);
    }

    private static void outcome(
            String family,
            String outcome,
            FamilyCounts counts,
            ToDoubleFunction<FamilyCounts> value,
            MeterRegistry registry) {
        FunctionCounter.builder("perfwatch.family.outcomes", counts, value)
                .tag("family", family)
                .tag("outcome", outcome)
                .register(registry);
    }

    private static void cost(
            String family,
            String name,
            FamilyCounts counts,
            ToDoubleFunction<FamilyCounts> value,
            MeterRegistry registry) {
        FunctionCounter.builder("perfwatch.family." + name, counts, value)
                .tag("family", family)
                .register(registry);
    }

    private static <T> void counter(
            String name, T of, ToDoubleFunction<T> value, MeterRegistry registry) {
        FunctionCounter.builder(name, of, value).register(registry);
    }

    private static <T> void gauge(
            String name, T of, ToDoubleFunction<T> value, MeterRegistry registry) {
        Gauge.builder(name, of, value).register(registry);
    }
}
