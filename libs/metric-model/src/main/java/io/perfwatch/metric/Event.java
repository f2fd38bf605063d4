package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One record of a topic: who says what was measured when. */
public sealed interface Event permits SystemEvent, ProcessesEvent, CountersEvent, HostEvent {
    @JsonPropertyDescription("The host's name, the same for all its probes")
    String host();

    @JsonPropertyDescription("The service that measured: sampler or perf-counter")
    String probe();

    @JsonPropertyDescription("UUIDv7 of the probe's start")
    UUID run();

    @JsonPropertyDescription(
            "Per host, topic and run, from 1, assigned when sampled: a hole in it is loss")
    long sequence();

    @JsonPropertyDescription("End of the tick, UTC, with milliseconds")
    Instant time();

    @JsonPropertyDescription("What could not be measured, and why, by family or path")
    Map<String, String> unavailable();

    /** The record's key, in UTF-8. */
    @JsonIgnore
    default String key() {
        return host();
    }

    @JsonIgnore
    default Envelope envelope() {
        return new Envelope(host(), probe(), run(), sequence(), time());
    }
}
