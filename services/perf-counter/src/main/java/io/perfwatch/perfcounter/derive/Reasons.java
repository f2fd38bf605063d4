package io.perfwatch.perfcounter.derive;

import io.perfwatch.metric.MetricPath;
import io.perfwatch.perfcounter.output.PerfLine.Missing;

/** How {@code unavailable} names an event and says why. */
public final class Reasons {
    private Reasons() {}

    public static String path(String event) {
        return "counters[" + MetricPath.escapeKey(event) + "]";
    }

    public static String of(Missing why) {
        return switch (why) {
            case NOT_SUPPORTED -> "not supported by this CPU or virtual machine";
            case NOT_COUNTED -> "not counted in this interval";
        };
    }
}
