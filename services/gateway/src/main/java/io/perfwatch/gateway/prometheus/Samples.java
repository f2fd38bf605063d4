package io.perfwatch.gateway.prometheus;

import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.MetricPath;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the wanted numbers of host after host, by the name of their metric. */
final class Samples implements EventReader.LeafVisitor {
    private final MetricNames names;
    private final Set<String> families;
    private final int limit;
    private final Map<String, GaugeSnapshot.Builder> metrics = new TreeMap<>();
    private final Map<String, MetricPath> paths = new HashMap<>();
    private final Map<MetricPath, Double> values = new HashMap<>();
    private String host = "";
    private int series;

    Samples(MetricNames names, Set<String> families, int limit) {
        this.names = names;
        this.families = families;
        this.limit = limit;
    }

    /** What follows is of this host. */
    void begin(String name, boolean up) {
        host = name;
        values.clear();
        add(
                "perfwatch_host_up",
                "Whether the host reports: 1, or 0 when it is late or gone",
                Labels.of("host_name", host),
                up ? 1 : 0);
    }

    @Override
    public void number(String family, String path, String decimal) {
        if (!families.isEmpty() && !families.contains(family)) {
            return;
        }
        MetricPath whole =
                paths.computeIfAbsent(
                        family + (path.startsWith("[") ? "" : ".") + path, MetricPath::parse);
        if (!families.isEmpty() || MetricNames.isHeadline(whole)) {
            values.put(whole, Double.valueOf(decimal));
        }
    }

    @Override
    public void text(String family, String path, String value) {}

    @Override
    public void bool(String family, String path, boolean value) {
        number(family, path, value ? "1" : "0");
    }

    /** All of the host has been read; of a metric that came twice, the later value is there. */
    void end() {
        values.forEach((path, value) ->
                names.of(path)
                        .ifPresent(name ->
                                add(name.name(), name.help(), name.labels(host, path), value)));
    }

    private void add(String name, String help, Labels labels, double value) {
        if (++series > limit) {
            throw new BadQuestionException(
                    "more than %d series; name some ?host= or ?family=, or scrape in several jobs"
                            .formatted(limit));
        }
        metrics.computeIfAbsent(name, _ -> GaugeSnapshot.builder().name(name).help(help))
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).labels(labels).build());
    }

    MetricSnapshots snapshots() {
        return new MetricSnapshots(
                metrics.values().stream()
                        .map(GaugeSnapshot.Builder::build)
                        .toArray(MetricSnapshot[]::new));
    }
}
