package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Metrics that are read together from one place: a member of an event, named after the record. */
public sealed interface Family permits SystemFamily, Processes, Counters {
    @JsonPropertyDescription("Seconds since the family's previous sample, on the monotonic clock")
    double intervalSeconds();
}
