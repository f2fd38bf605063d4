package io.perfwatch.gateway.history;

import io.perfwatch.metric.MetricPath;
import java.time.Instant;
import java.util.List;

/**
 * What someone wants to see.
 *
 * @param hosts names, at least one
 * @param metrics paths, perhaps with wildcards, at least one
 * @param from inclusive
 * @param to exclusive, later than {@code from}
 * @param points a series has at most so many
 */
record Question(
        List<String> hosts, List<MetricPath> metrics, Instant from, Instant to, int points) {
    Question {
        hosts = List.copyOf(hosts);
        metrics = List.copyOf(metrics);
    }

    List<String> families() {
        return metrics.stream().map(MetricPath::family).distinct().toList();
    }

    boolean contains(long millis) {
        return millis >= from.toEpochMilli() && millis < to.toEpochMilli();
    }

    /** Whether one of the metrics is, or covers, {@code path}. */
    boolean covers(MetricPath path) {
        return metrics.stream().anyMatch(metric -> metric.matches(path));
    }
}
