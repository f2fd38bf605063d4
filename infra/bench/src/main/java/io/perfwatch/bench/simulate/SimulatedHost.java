package io.perfwatch.bench.simulate;

import com.fasterxml.uuid.Generators;
import io.perfwatch.metric.CountersEvent;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.HostEvent;
import io.perfwatch.metric.ProcessesEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** One host from tick to tick. Now and then it is silent for a while and starts anew. */
public final class SimulatedHost {
    private static final double FALLS_SILENT = 0.0002;
    private static final int LONGEST_SILENCE = 30;
    private static final int PROCESSES_EVERY = 5;

    private final String name;
    private final SimulatedEvent event;
    private final SimulatedCounters counters;
    private final SimulatedProcesses processes;
    private final SplittableRandom random;
    private UUID run = newRun();
    private long sequence;
    private int silentTicks;

    public SimulatedHost(String name, FleetShape shape, long seed) {
        this.name = name;
        this.random = new SplittableRandom(seed);
        double load = load(random);
        this.event = new SimulatedEvent(shape, load, random);
        this.counters = new SimulatedCounters(load, random);
        this.processes = new SimulatedProcesses(load, random);
    }

    /** How hard it works: most hosts have little to do. */
    private static double load(SplittableRandom random) {
        double dice = random.nextDouble();
        return dice * dice;
    }

    /** Its next envelope, if it is not silent at this tick. */
    public Optional<Envelope> tick(Instant time) {
        if (silentTicks == 0 && random.nextDouble() < FALLS_SILENT) {
            silentTicks = random.nextInt(1, LONGEST_SILENCE);
            run = newRun();
            sequence = 0;
        }
        if (silentTicks > 0) {
            silentTicks--;
            return Optional.empty();
        }
        return Optional.of(new Envelope(name, "sampler", run, ++sequence, time));
    }

    /** What it is: enough to be searched and grouped by. */
    HostEvent inventory(Instant time) {
        return new HostEvent(
                name,
                "sampler",
                run,
                1,
                time,
                "simulated",
                null,
                null,
                Map.of("rack", "r" + Math.floorMod(name.hashCode(), 10), "simulated", "true"),
                new HostEvent.OperatingSystem("Simulated Linux", "6.1.0", "amd64", "none", null),
                new HostEvent.Hardware("Simulated CPU", 1, 8, 16, 64L << 30, null, null, null),
                Map.of());
    }

    public byte[] json(Envelope envelope, double intervalSeconds) {
        return event.next(envelope, intervalSeconds);
    }

    /** What perf-counter would say at the same tick. */
    CountersEvent counters(Envelope tick, double intervalSeconds) {
        Envelope envelope =
                new Envelope(name, "perf-counter", tick.run(), tick.sequence(), tick.time());
        return CountersEvent.of(envelope, counters.next(intervalSeconds), Map.of());
    }

    /** The processes, where it is their turn: every fifth tick. */
    Optional<ProcessesEvent> processes(Envelope tick, double intervalSeconds) {
        if ((tick.sequence() - 1) % PROCESSES_EVERY != 0) {
            return Optional.empty();
        }
        long turn = (tick.sequence() - 1) / PROCESSES_EVERY + 1;
        Envelope envelope = new Envelope(name, tick.probe(), tick.run(), turn, tick.time());
        return Optional.of(
                ProcessesEvent.of(
                        envelope, processes.next(intervalSeconds * PROCESSES_EVERY), Map.of()));
    }

    private static UUID newRun() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
