package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One record of a topic: who says what was measured when. */
public sealed interface Event permits SystemEvent, CountersEvent, HostEvent {
    /** The host's name, see {@link HostName}. */
    String host();

    /** The service that measured: {@code sampler} or {@code perf-counter}. */
    String probe();

    /** UUIDv7 of the probe's start; with {@link #sequence} it identifies the event for ever. */
    UUID run();

    /** Per host, topic and run, from 1, assigned when sampled: a gap is loss. */
    long sequence();

    /** End of the tick, UTC, in milliseconds. */
    Instant time();

    /** What could not be measured, and why, by family or path. */
    Map<String, String> unavailable();

    @JsonIgnore
    default Envelope envelope() {
        return new Envelope(host(), probe(), run(), sequence(), time());
    }
}
