package io.perfwatch.sampling;

import io.perfwatch.metric.Family;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
    public Tick {
        families = List.copyOf(families);
        unavailable = Map.copyOf(unavailable);
        unavailableNow = Map.copyOf(unavailableNow);
    }
}
