package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * How long each resolution is kept, set at run time; under the key {@link #KEY}. Each at least an
 * hour, and a finer one not longer than a coarser one.
 */
public record RetentionSetting(
        @JsonPropertyDescription("Samples as they came, in seconds, at least 3600") long rawSeconds,
        @JsonPropertyDescription("Minima, averages and maxima of minutes, in seconds")
                long minuteSeconds,
        @JsonPropertyDescription("Minima, averages and maxima of hours, in seconds")
                long hourSeconds) {

    /** The record's key. */
    public static final String KEY = "retention";

    private static final long SHORTEST = 3600;
    private static final long LONGEST = 100L * 366 * 86_400;

    /**
     * @throws IllegalArgumentException if one is out of its range; the message names it
     */
    public RetentionSetting {
        check("rawSeconds", rawSeconds, SHORTEST);
        check("minuteSeconds", minuteSeconds, rawSeconds);
        check("hourSeconds", hourSeconds, minuteSeconds);
    }

    private static void check(String name, long value, long least) {
        if (value < least || value > LONGEST) {
            throw new IllegalArgumentException(
                    "%s must be between %d and %d, was %d".formatted(name, least, LONGEST, value));
        }
    }
}
