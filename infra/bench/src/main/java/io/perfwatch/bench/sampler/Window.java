package io.perfwatch.bench.sampler;

import io.perfwatch.bench.report.ProcessUsage;
import io.perfwatch.bench.report.RunningService;
import io.perfwatch.bench.report.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened between two looks at the sampler and its reference.
 *
 * @param cores CPU seconds of the sampler per second
 * @param residentBytes of it, at the end
 * @param grownBytes how much more than at the beginning
 * @param garbageBytes that it allocated, a tick
 * @param familyMicros CPU time of one attempt at a family, by its name
 * @param referenceCores the same as {@code cores}, of the reference
 * @param referenceBytes resident, at the end
 */
record Window(
        double cores,
        long residentBytes,
        long grownBytes,
        double garbageBytes,
        Map<String, Double> familyMicros,
        double referenceCores,
        long referenceBytes) {
    private static final String SECONDS = "perfwatch_family_cpu_seconds_total";

    private record Look(
            long nanoTime, ServiceMetrics metrics, ProcessUsage sampler, ProcessUsage reference) {
        static Look at(RunningService sampler, NodeExporter reference)
                throws IOException, InterruptedException {
            ServiceMetrics metrics = sampler.metrics();
            return new Look(System.nanoTime(), metrics, sampler.usage(), reference.usage());
        }

        double since(Look before, String name) {
            return metrics.get(name) - before.metrics.get(name);
        }
    }

    static Window of(RunningService sampler, NodeExporter reference, Duration length)
            throws IOException, InterruptedException {
        Look before = Look.at(sampler, reference);
        Thread.sleep(length);
        Look after = Look.at(sampler, reference);
        double seconds = (after.nanoTime - before.nanoTime) / 1e9;
        return new Window(
                after.sampler.since(before.sampler) / seconds,
                after.sampler.residentBytes(),
                after.sampler.residentBytes() - before.sampler.residentBytes(),
                after.since(before, "perfwatch_allocated_bytes_total")
                        / after.since(before, "perfwatch_ticks_total"),
                familyMicros(before, after),
                after.reference.since(before.reference) / seconds,
                after.reference.residentBytes());
    }

    private static Map<String, Double> familyMicros(Look before, Look after) {
        Map<String, Double> micros = new TreeMap<>();
        for (String name : after.metrics.values().keySet()) {
            if (name.startsWith(SECONDS)) {
                double attempts = after.since(before, name.replace("cpu_seconds", "attempts"));
                if (attempts > 0) {
                    micros.put(
                            name.replaceAll(".*\"(.*)\".*", "$1"),
                            after.since(before, name) / attempts * 1e6);
                }
            }
        }
        return micros;
    }

    double micros(String family) {
        return familyMicros.getOrDefault(family, Double.NaN);
    }
}
