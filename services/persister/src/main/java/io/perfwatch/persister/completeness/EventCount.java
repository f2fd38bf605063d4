package io.perfwatch.persister.completeness;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Events of one run that were stored and had not been before.
 *
 * @param start of the hour
 */
public record EventCount(
        int host,
        String topic,
        Instant start,
        UUID run,
        long stored,
        long firstSequence,
        long lastSequence,
        Instant firstTime,
        Instant lastTime) {
    static final Comparator<EventCount> BY_KEY =
            Comparator.comparingInt(EventCount::host)
                    .thenComparing(EventCount::topic)
                    .thenComparing(EventCount::start)
                    .thenComparing(EventCount::run);

    boolean isOfSameRow(EventCount other) {
        return BY_KEY.compare(this, other) == 0;
    }

    EventCount plus(EventCount other) {
        return new EventCount(
                host,
                topic,
                start,
                run,
                stored + other.stored,
                Math.min(firstSequence, other.firstSequence),
                Math.max(lastSequence, other.lastSequence),
                firstTime.isBefore(other.firstTime) ? firstTime : other.firstTime,
                lastTime.isAfter(other.lastTime) ? lastTime : other.lastTime);
    }
}
