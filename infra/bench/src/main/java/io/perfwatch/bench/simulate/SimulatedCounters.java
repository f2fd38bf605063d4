package io.perfwatch.bench.simulate;

import static io.perfwatch.metric.Counter.Quality.EXACT;
import static io.perfwatch.metric.Counter.Quality.SCALED;
import static io.perfwatch.metric.Counter.Quality.UNRELIABLE;

import io.perfwatch.metric.Counter;
import io.perfwatch.metric.Counters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a host's hardware counted: the more it works, the more it waits for memory. The caches'
 * counters share the hardware with others, now and then for so little that nobody should trust
 * them.
 */
final class SimulatedCounters {
    private static final int CPUS = 8;
    private static final double HERTZ = 3.2e9;
    private static final double SLOTS_A_CYCLE = 4;
    private static final double CROWDED = 0.02;

    private final double load;
    private final RandomGenerator random;

    SimulatedCounters(double load, RandomGenerator random) {
        this.load = load;
        this.random = random;
    }

    Counters next(double intervalSeconds) {
        double cycles = about((0.03 + 0.9 * load) * CPUS * HERTZ);
        double perCycle = about(2.4 - 1.9 * load);
        double instructions = cycles * perCycle;
        double running = random.nextDouble() < CROWDED ? 0.1 : 0.62;
        Map<String, Counter> events = new LinkedHashMap<>();
        exact(events, "cycles", cycles);
        exact(events, "instructions", instructions);
        exact(events, "context-switches", about(1_000 + 90_000 * load));
        exact(events, "cpu-migrations", about(10 + 900 * load));
        exact(events, "page-faults", about(500 + 40_000 * load));
        shared(events, "LLC-load-misses", instructions * about(0.0004 + 0.006 * load), running);
        shared(events, "L1-dcache-load-misses", instructions * about(0.012), running);
        return Counters.of(intervalSeconds, derived(perCycle, instructions, events), null, events);
    }

    private Map<String, Double> derived(
            double perCycle, double instructions, Map<String, Counter> events) {
        double retiring = perCycle / SLOTS_A_CYCLE;
        double frontend = about(0.12);
        return Map.of(
                "instructionsPerCycle", round(perCycle),
                "frequencyHertz", round(about(HERTZ)),
                "retiringRatio", round(retiring),
                "badSpeculationRatio", 0.04,
                "frontendBoundRatio", round(frontend),
                "backendBoundRatio", round(Math.max(0, 1 - retiring - frontend - 0.04)),
                "llcMissesPerKiloInstruction", perKilo(events, "LLC-load-misses", instructions),
                "l1DataMissesPerKiloInstruction",
                        perKilo(events, "L1-dcache-load-misses", instructions));
    }

    private static double perKilo(Map<String, Counter> events, String event, double instructions) {
        Double count = events.getOrDefault(event, Counter.counted(0, 1, EXACT)).countPerSecond();
        return count == null ? 0 : round(count / instructions * 1_000);
    }

    private static void exact(Map<String, Counter> events, String name, double count) {
        events.put(name, Counter.counted(round(count), 1, EXACT));
    }

    private static void shared(
            Map<String, Counter> events, String name, double count, double running) {
        events.put(
                name, Counter.counted(round(count), running, running < 0.2 ? UNRELIABLE : SCALED));
    }

    private double about(double value) {
        return value * (0.94 + 0.12 * random.nextDouble());
    }

    private static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
