package io.perfwatch.standalone;

import java.time.Duration;

/**
 * How long to wait before a process is started again: at once after a good run, longer each time it
 * dies young.
 */
final class Backoff {

    private static final Duration GOOD_RUN = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    /**
     * @param uptime how long the process lived
     * @return the pause before its next start, 0.1 to 10 s
     */
    Duration after(Duration uptime) {
        if (uptime.compareTo(GOOD_RUN) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration longer = pause.multipliedBy(3);
        next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        return pause;
    }
}
