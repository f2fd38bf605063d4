package io.perfwatch.gateway.history;

import io.perfwatch.gateway.web.TimeRange;
import io.perfwatch.metric.MetricPath;
import java.util.List;

/**
 * What someone wants to see.
 *
 * @param hosts names, at least one
 * @param metrics paths, perhaps with wildcards, at least one
 * @param points a series has at most so many
 */
record Question(List<String> hosts, List<MetricPath> metrics, TimeRange range, int points) {
    Question {
        hosts = List.copyOf(hosts);
        metrics = List.copyOf(metrics);
    }

    /** As many values as a series may have at a sample a second. */
    long mostOfSeries() {
        return Math.min(points, range.length().toSeconds() + 1);
    }

    List<String> families() {
        return metrics.stream().map(MetricPath::family).distinct().toList();
    }

    /** Those of one family. */
    List<MetricPath> metrics(String family) {
        return metrics.stream().filter(metric -> metric.family().equals(family)).toList();
    }

    /** Whether one of the metrics is, or covers, {@code path}. */
    boolean covers(MetricPath path) {
        return metrics.stream().anyMatch(metric -> metric.matches(path));
    }
}
