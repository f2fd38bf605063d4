package io.perfwatch.metric;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What every event says of itself, whatever it measured.
 *
 * @param host {@code [a-z0-9._-]{1,253}}, the record's key
 * @param probe {@code [a-z][a-z0-9-]{0,62}}
 * @param run UUIDv7 of the probe's start
 * @param sequence from 1
 * @param time end of the tick, of the years 1970 to 9999, cut to milliseconds
 */
public record Envelope(String host, String probe, UUID run, long sequence, Instant time) {
    private static final Pattern PROBE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /**
     * @throws IllegalArgumentException if a member is out of its range; the message names it
     */
    public Envelope {
        HostName.check(host);
        if (!PROBE.matcher(probe).matches()) {
            throw new IllegalArgumentException("probe must match " + PROBE);
        }
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be at least 1, was " + sequence);
        }
        EventBounds.check("time", time);
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** CloudEvents {@code id}: unique per event, the same when it is sent again. */
    public String id(Topic topic) {
        return host + "/" + topic.topicName() + "/" + run + "/" + sequence;
    }

    /** CloudEvents {@code source}. */
    public String source() {
        return "/perfwatch/" + probe + "/" + host;
    }

    /** Headers of the record. */
    public Map<String, String> headers(Topic topic) {
        return topic.headers(id(topic), source(), time);
    }
}
