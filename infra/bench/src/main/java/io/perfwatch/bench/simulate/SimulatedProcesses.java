package io.perfwatch.bench.simulate;

import io.perfwatch.metric.ProcessSample;
import io.perfwatch.metric.Processes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The processes of a host; the first of them do most of the work. */
final class SimulatedProcesses {
    private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FIRST_PID = 1_200;
    private static final int CPUS = 8;
    private static final List<String> NAMES =
            List.of(
                    "java",
                    "postgres",
                    "nginx",
                    "redis-server",
                    "node",
                    "python3",
                    "kubelet",
                    "containerd",
                    "dockerd",
                    "fluent-bit",
                    "chronyd",
                    "sshd");

    private final double load;
    private final RandomGenerator random;

    SimulatedProcesses(double load, RandomGenerator random) {
        this.load = load;
        this.random = random;
    }

    Processes next(double intervalSeconds) {
        Map<String, ProcessSample> top = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            top.put(Integer.toString(FIRST_PID + i * 7), process(NAMES.get(i), i));
        }
        long running = Math.round(about(1 + 10 * load));
        return new Processes(intervalSeconds, 180 + running, running, 120L, 0L, 0L, 0L, 60L, top);
    }

    private ProcessSample process(String name, int place) {
        double share = Math.pow(0.55, place + 1);
        return new ProcessSample(
                1L,
                name,
                place == 0 ? "app" : name.equals("postgres") ? "postgres" : "root",
                place == 0 ? "R" : "S",
                round(about(share * load * CPUS), 100),
                Math.round(about((60L << 20) + share * (12L << 30))),
                4L + 40L / (place + 1),
                round(about(share * load * 4e7), 1),
                round(about(share * load * 6e7), 1),
                STARTED.plusSeconds(place),
                "/system.slice/" + name + ".service",
                "/usr/bin/" + name);
    }

    private double about(double value) {
        return value * (0.8 + 0.4 * random.nextDouble());
    }

    private static double round(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
