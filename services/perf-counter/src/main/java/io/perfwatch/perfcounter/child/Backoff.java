package io.perfwatch.perfcounter.child;

import java.time.Duration;

/** How long to wait before perf is tried again: twice as long each time, up to a bound. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return now;
    }

    /** It works again. */
    void reset() {
        next = first;
    }
}
