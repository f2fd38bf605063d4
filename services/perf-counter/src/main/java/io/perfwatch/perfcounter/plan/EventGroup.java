package io.perfwatch.perfcounter.plan;

import java.util.List;

/**
 * Events that are on the hardware at the same time, or a single one.
 *
 * @param events at least one, in perf's notation: {@code cycles}, {@code msr/tsc/}
 */
public record EventGroup(List<String> events) {
    public EventGroup {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a group has at least one event");
        }
    }

    public static EventGroup of(String... events) {
        return new EventGroup(List.of(events));
    }

    /** As perf takes it. */
    @Override
    public String toString() {
        String list = String.join(",", events);
        return events.size() == 1 ? list : "{" + list + "}";
    }
}
