package io.perfwatch.perfcounter;

import io.perfwatch.perfcounter.child.PerfSettings;
import io.perfwatch.perfcounter.plan.Choice;
import io.perfwatch.perfcounter.plan.EventList;
import io.perfwatch.perfcounter.plan.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the perf-counter, {@code perfwatch.perf-counter.*}.
 *
 * @param host name under which the events go; default {@code NODE_NAME}, else the kernel's name
 * @param rootPath where the host's {@code proc} and {@code sys} are; default {@code /}; no Path,
 *     because Spring takes {@code /} for the root of the classpath
 * @param labels sent with the inventory, as {@code labels.zone=a}; default none
 * @param perf the program, a path or a name on the PATH; default {@code perf}
 * @param interval between two counts, 100 ms to 1 min, default 1 s
 * @param profile {@code default} fits four counters, {@code wide} has all, multiplexed
 * @param events an own list instead of a profile, in perf's notation: <code>
 *     {cycles,instructions},task-clock</code>; a ratio is made of counters of one group only
 * @param perCore whether each CPU is counted by itself as well, default false
 * @param unreliableBelow runningRatio under which a count is called unreliable, 0..1, default 0.1
 * @param retry wait before perf is first started anew, 10 ms to 1 min, default 1 s; then twice as
 *     long each time, up to a minute
 * @param patience how long perf may print nothing before it is killed, 1 s to 10 min, default 10 s
 *     and at least three intervals
 * @param queueSize what events may take that wait for Kafka, compressed, 1 MB to 1 GB, default 8 MB
 * @param flushTimeout how long a stop waits for Kafka, 0 to 1 min, default 5 s
 */
@ConfigurationProperties("perfwatch.perf-counter")
record PerfCounterProperties(
        @Nullable String host,
        @DefaultValue("/") String rootPath,
        @DefaultValue Map<String, String> labels,
        @DefaultValue("perf") String perf,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("default") Profile profile,
        @DefaultValue("") String events,
        @DefaultValue("false") boolean perCore,
        @DefaultValue("0.1") double unreliableBelow,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("8MB") DataSize queueSize,
        @DefaultValue("5s") Duration flushTimeout) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    PerfCounterProperties {
        labels = Map.copyOf(labels);
        check("interval", interval, Duration.ofMillis(100), MINUTE);
        check("unreliable-below", unreliableBelow, 0.0, 1.0);
        check("retry", retry, Duration.ofMillis(10), MINUTE);
        check("patience", patience, Duration.ofSeconds(1), Duration.ofMinutes(10));
        check("queue-size", queueSize, DataSize.ofMegabytes(1), DataSize.ofGigabytes(1));
        check("flush-timeout", flushTimeout, Duration.ZERO, MINUTE);
        if (perf.isBlank()) {
            throw new IllegalArgumentException("perfwatch.perf-counter.perf must name a program");
        }
        if (!events.isBlank()) {
            checkEvents(events);
        }
    }

    private static void checkEvents(String events) {
        try {
            List<?> _ = EventList.parse(events);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("perfwatch.perf-counter." + e.getMessage());
        }
    }

    private static <T extends Comparable<T>> void check(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "perfwatch.perf-counter.%s must be between %s and %s, was %s"
                            .formatted(key, least, most, value));
        }
    }

    PerfSettings settings() {
        Duration threeIntervals = interval.multipliedBy(3);
        return new PerfSettings(
                perf,
                interval,
                choices(),
                perCore,
                events.isBlank() && profile.topDown(),
                retry,
                MINUTE,
                patience.compareTo(threeIntervals) < 0 ? threeIntervals : patience);
    }

    private List<Choice> choices() {
        return events.isBlank()
                ? profile.choices()
                : EventList.parse(events).stream().map(g -> new Choice(List.of(g))).toList();
    }
}
