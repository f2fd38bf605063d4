package io.perfwatch.bench.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How old an event is when somebody has its text: now less its {@code time}. The probes cut their
 * time to milliseconds, so ages are half a millisecond too high on average.
 */
final class Age {
    private static final String TIME = "\"time\":\"";

    private final Clock clock = Clock.systemUTC();

    /** The event's {@code time}. */
    static Instant time(CharSequence json) {
        String text = json.toString();
        int start = text.indexOf(TIME) + TIME.length();
        return Instant.parse(text.substring(start, text.indexOf('"', start)));
    }

    double milliseconds(Instant time) {
        return Duration.between(time, clock.instant()).toNanos() / 1e6;
    }
}
