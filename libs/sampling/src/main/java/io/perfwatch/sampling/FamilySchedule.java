package io.perfwatch.sampling;

import java.time.Duration;

/**
 * Which family when.
 *
 * @param interval 100 ms to 1 h
 */
public record FamilySchedule(FamilySampler sampler, Duration interval) {
    public static final Duration SHORTEST = Duration.ofMillis(100);
    public static final Duration LONGEST = Duration.ofHours(1);

    /**
     * @throws IllegalArgumentException if the interval is out of its range; the message names the
     *     family and the range
     */
    public FamilySchedule {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "interval of %s must be between 100ms and 1h, was %dms"
                            .formatted(sampler.family(), interval.toMillis()));
        }
    }
}
