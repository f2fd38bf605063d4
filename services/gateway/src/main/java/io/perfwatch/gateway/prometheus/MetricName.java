package io.perfwatch.gateway.prometheus;

import io.perfwatch.metric.Catalogue;
import io.perfwatch.metric.MetricPath;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a metric is called in Prometheus: as OpenTelemetry's names are translated, with the unit
 * behind it, or, where OpenTelemetry has none, after its path: {@code
 * perfwatch_counters_instructions_per_cycle}. A rate of what OpenTelemetry counts is named a rate.
 *
 * @param name with its unit
 * @param help in one line
 * @param fixed labels that each of its series has: {@code cpu_mode="user"}
 * @param keys names of the labels that hold a path's keys
 */
record MetricName(String name, String help, Map<String, String> fixed, List<String> keys) {
    private static final String HOST = "host_name";
    private static final String DEVICE = "device";

    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("By", "bytes"),
                    Map.entry("By/s", "bytes_per_second"),
                    Map.entry("1/s", "per_second"),
                    Map.entry("s", "seconds"),
                    Map.entry("s/s", "seconds_per_second"),
                    Map.entry("Hz", "hertz"),
                    Map.entry("Cel", "celsius"),
                    Map.entry("W", "watts"),
                    Map.entry("bit/s", "bits_per_second"));

    MetricName {
        fixed = Map.copyOf(fixed);
        keys = List.copyOf(keys);
    }

    static MetricName of(Catalogue.Entry entry) {
        String openTelemetry = entry.openTelemetry();
        return openTelemetry == null ? ofPath(entry) : ofOpenTelemetry(entry, openTelemetry);
    }

    private static MetricName ofOpenTelemetry(Catalogue.Entry entry, String openTelemetry) {
        int brace = openTelemetry.indexOf('{');
        String name = brace < 0 ? openTelemetry : openTelemetry.substring(0, brace);
        Map<String, String> fixed = Map.of();
        String key = DEVICE;
        if (brace >= 0) {
            String[] attribute =
                    openTelemetry.substring(brace + 1, openTelemetry.length() - 1).split("=", 2);
            if (attribute.length == 2) {
                fixed = Map.of(snake(attribute[0]), attribute[1]);
            } else {
                key = snake(attribute[0]);
            }
        }
        return new MetricName(snake(name) + unit(entry), entry.description(), fixed, List.of(key));
    }

    private static String unit(Catalogue.Entry entry) {
        String suffix = UNITS.get(entry.unit());
        boolean ratio = entry.kind().equals("ratio");
        return suffix == null ? ratio ? "_ratio" : "" : "_" + suffix;
    }

    static MetricName ofPath(Catalogue.Entry entry) {
        return new MetricName(
                "perfwatch_" + snake(entry.path().replace("[*]", "")),
                entry.description(),
                Map.of(),
                List.of(DEVICE));
    }

    /** {@code cpu.loadAverage-1m} is {@code cpu_load_average_1m}. */
    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * @param path of one series of it
     */
    Labels labels(String host, MetricPath path) {
        List<String> names = new ArrayList<>(List.of(HOST));
        List<String> values = new ArrayList<>(List.of(host));
        fixed.forEach((name, value) -> {
            names.add(name);
            values.add(value);
        });
        int next = 0;
        for (MetricPath.Step step : path.steps()) {
            if (step instanceof MetricPath.Key(String key)) {
                names.add(next < keys.size() ? keys.get(next) : DEVICE + "_" + next);
                values.add(key);
                next++;
            }
        }
        return Labels.of(names, values);
    }
}
