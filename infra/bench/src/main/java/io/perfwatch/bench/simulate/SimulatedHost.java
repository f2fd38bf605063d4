package io.perfwatch.bench.simulate;

import com.fasterxml.uuid.Generators;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.HostEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** One host from tick to tick. Now and then it is silent for a while and starts anew. */
final class SimulatedHost {
    private static final double FALLS_SILENT = 0.0002;
    private static final int LONGEST_SILENCE = 30;

    private final String name;
    private final SimulatedEvent event;
    private final SplittableRandom random;
    private UUID run = newRun();
    private long sequence;
    private int silentTicks;

    SimulatedHost(String name, FleetShape shape, long seed) {
        this.name = name;
        this.random = new SplittableRandom(seed);
        this.event = new SimulatedEvent(shape, random);
    }

    /** Its next envelope, if it is not silent at this tick. */
    Optional<Envelope> tick(Instant time) {
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

    byte[] json(Envelope envelope, double intervalSeconds) {
        return event.next(envelope, intervalSeconds);
    }

    private static UUID newRun() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
