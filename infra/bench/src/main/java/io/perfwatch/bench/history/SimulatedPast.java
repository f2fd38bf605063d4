package io.perfwatch.bench.history;

import io.perfwatch.pack.Aggregate;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Rollup;
import io.perfwatch.pack.Sample;
import io.perfwatch.pack.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a host measured, as a function of time: the same whoever asks, and so for both sides. */
final class SimulatedPast {
    /** Families with as many metrics as a small host has; the first one of cpu is asked for. */
    static final Map<String, List<String>> FAMILIES = families();

    static final String ASKED = "utilization";

    private final UUID run = new UUID(0x01928c5e00007000L, 0x8000000000000000L);
    private final int host;

    SimulatedPast(int host) {
        this.host = host;
    }

    private static Map<String, List<String>> families() {
        List<String> cpu = new ArrayList<>(List.of(ASKED, "userRatio", "systemRatio", "idleRatio"));
        for (int core = 0; core < 8; core++) {
            cpu.add("cores[" + core + "].utilization");
        }
        List<String> disks = new ArrayList<>();
        for (String disk : List.of("vda", "vdb")) {
            for (String metric : List.of("utilization", "queueDepth", "readLatencySeconds")) {
                disks.add("[" + disk + "]." + metric);
            }
        }
        return Map.of("cpu", cpu, "memory", List.of("usedBytes", "availableBytes"), "disks", disks);
    }

    /** Between 0 and 1, with four digits: a wave of a day, one of minutes, and noise. */
    double value(long second, String metric) {
        long seed = (second * 31 + host) * 31 + metric.hashCode();
        seed ^= seed << 13;
        seed ^= seed >>> 7;
        seed ^= seed << 17;
        double noise = (seed & 0xffff) / 65_536.0;
        double day = Math.sin(second / 13_751.0 + host);
        double minutes = Math.sin(second / 97.0 + metric.length());
        return Math.round((0.5 + 0.2 * day + 0.1 * minutes + 0.2 * (noise - 0.5)) * 1e4) / 1e4;
    }

    String minute(Instant start, List<String> metrics) {
        Pack pack = new Pack();
        long first = start.getEpochSecond();
        for (int i = 0; i < 60; i++) {
            pack.begin(new Sample(run, first + i, i * 1000 + 1));
            for (String metric : metrics) {
                pack.number(metric, Double.toString(value(first + i, metric)));
            }
        }
        return pack.toJson();
    }

    /** A row of spans, each the summary of some of its seconds. */
    String rollup(Instant start, int spans, int seconds, List<String> metrics) {
        Rollup rollup = new Rollup();
        for (int span = 0; span < spans; span++) {
            long first = start.getEpochSecond() + (long) span * seconds;
            Map<String, Aggregate> aggregates = new HashMap<>();
            for (String metric : metrics) {
                aggregates.put(metric, aggregate(first, seconds, metric));
            }
            rollup.add(
                    new Span(span * seconds * 1000, run, first + seconds - 1, seconds, seconds),
                    aggregates);
        }
        return rollup.toJson();
    }

    private Aggregate aggregate(long first, int seconds, String metric) {
        double minimum = Double.MAX_VALUE;
        double maximum = -Double.MAX_VALUE;
        double sum = 0;
        int looks = 6;
        for (int i = 0; i < looks; i++) {
            double value = value(first + (long) i * seconds / looks, metric);
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
            sum += value;
        }
        return new Aggregate(minimum, sum / looks, maximum, seconds);
    }
}
