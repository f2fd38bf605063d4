package io.perfwatch.sampling;

import io.perfwatch.metric.Family;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that was due at one moment.
 *
 * @param time end of the tick
 * @param families that were measured
 * @param unavailable those that were due and were not, with the reason, by family or path
 * @param unavailableNow the same of all families, also of those that were not due
 */
public record Tick(
        Instant time,
        List<Family> families,
        Map<String, String> unavailable,
        Map<String, String> unavailableNow) {
    // Sorted: the order of Map.copyOf is another one in each run.
    public Tick {
        families = List.copyOf(families);
        unavailable = Collections.unmodifiableMap(new TreeMap<>(unavailable));
        unavailableNow = Collections.unmodifiableMap(new TreeMap<>(unavailableNow));
    }
}
