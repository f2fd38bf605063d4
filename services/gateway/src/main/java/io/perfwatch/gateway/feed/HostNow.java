package io.perfwatch.gateway.feed;

import java.time.Instant;
import java.util.Map;

/**
 * How a host was at one instant.
 *
 * @param lastSeen when the broker took its newest event
 * @param labels of all its probes
 * @param headline the newest decimals, by the paths of {@link Headline}; without what it does not
 *     measure, or no longer
 */
public record HostNow(
        String host, Instant lastSeen, Map<String, String> labels, Map<String, String> headline) {}
