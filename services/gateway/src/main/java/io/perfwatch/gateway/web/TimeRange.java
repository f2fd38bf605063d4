package io.perfwatch.gateway.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day to another, as requests name it.
 *
 * @param from inclusive
 * @param to exclusive, later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Duration DEFAULT = Duration.ofHours(1);

    /**
     * @throws BadQuestionException if they are in the wrong order
     */
    public TimeRange {
        if (!from.isBefore(to)) {
            throw new BadQuestionException("from must be before to");
        }
    }

    /**
     * What is not named is the last hour.
     *
     * @param from RFC 3339 or epoch milliseconds
     * @param to the same
     * @throws BadQuestionException if one cannot be read; it says which
     */
    public static TimeRange read(@Nullable String from, @Nullable String to, Clock clock) {
        Instant end = to == null ? clock.instant() : instant("to", to);
        return new TimeRange(from == null ? end.minus(DEFAULT) : instant("from", from), end);
    }

    /**
     * @param name of the parameter
     * @param text RFC 3339 or epoch milliseconds
     * @throws BadQuestionException if it is neither
     */
    public static Instant instant(String name, String text) {
        try {
            Instant instant =
                    text.matches("\\d{1,15}")
                            ? Instant.ofEpochMilli(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
                throw new BadQuestionException(name + " must be between the years 1970 and 9999");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new BadQuestionException(
                    name + " must be RFC 3339 (2026-11-23T12:00:00Z) or epoch milliseconds");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(long epochMillis) {
        return epochMillis >= from.toEpochMilli() && epochMillis < to.toEpochMilli();
    }
}
