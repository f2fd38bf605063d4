package io.perfwatch.gateway.completeness;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of one host in a range.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Completeness(String host, Instant from, Instant to, List<TopicCount> topics) {

    /**
     * Of one topic, in all hours that the range touches.
     *
     * @param stored events that are kept
     * @param missing events that were numbered and are not kept
     * @param pending events that are on their way, an estimate
     * @param unobservedSeconds in which no probe ran
     */
    record TopicCount(
            String topic, long stored, long missing, long pending, double unobservedSeconds) {}
}
