package io.perfwatch.sampling;

import com.fasterxml.uuid.Generators;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who sends: one run of one probe on one host. Hands out the envelopes of its events. */
public final class ProbeIdentity {
    private final String host;
    private final String probe;
    private final UUID run;
    private final Map<Topic, Long> sequences = new ConcurrentHashMap<>();

    private ProbeIdentity(String host, String probe, UUID run) {
        this.host = host;
        this.probe = probe;
        this.run = run;
        new Envelope(host, probe, run, 1, Instant.EPOCH);
    }

    /**
     * A new run, named by a UUIDv7.
     *
     * @throws IllegalArgumentException if a name has not the form of {@link Envelope}
     */
    public static ProbeIdentity start(String host, String probe) {
        return of(host, probe, Generators.timeBasedEpochGenerator().generate());
    }

    /** The same run again, for tests that compare whole events. */
    public static ProbeIdentity of(String host, String probe, UUID run) {
        return new ProbeIdentity(host, probe, run);
    }

    /** The envelope of the next event of {@code topic}; to be called when it is sampled. */
    public Envelope next(Topic topic, Instant time) {
        long sequence = sequences.merge(topic, 1L, Long::sum);
        return new Envelope(host, probe, run, sequence, time);
    }

    public String host() {
        return host;
    }

    public String probe() {
        return probe;
    }

    public UUID run() {
        return run;
    }
}
