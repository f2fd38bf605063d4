package io.perfwatch.persister.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How far each host that has open minutes has come, by its own clock. */
final class HostTimes {
    private static final class Reached {
        private Instant newest = Instant.MIN;
        private int open;
    }

    private final Map<String, Reached> hosts = new HashMap<>();

    /** One more open minute. */
    void open(String host) {
        hosts.computeIfAbsent(host, _ -> new Reached()).open++;
    }

    /** One open minute less; what the host has reached is forgotten with the last. */
    void close(String host) {
        hosts.computeIfPresent(host, (_, reached) -> --reached.open == 0 ? null : reached);
    }

    void see(String host, Instant time) {
        Reached reached = hosts.get(host);
        if (reached != null && time.isAfter(reached.newest)) {
            reached.newest = time;
        }
    }

    Instant newest(String host) {
        Reached reached = hosts.get(host);
        return reached == null ? Instant.MIN : reached.newest;
    }
}
