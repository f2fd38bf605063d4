package io.perfwatch.bench.report;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers in Prometheus' text format.
 *
 * @param values by name and labels, as they stand there: {@code ticks_total}, {@code x{a="b"}}
 */
public record ServiceMetrics(Map<String, Double> values) {
    public ServiceMetrics {
        values = Map.copyOf(values);
    }

    public static ServiceMetrics parse(String text) {
        Map<String, Double> values = new HashMap<>();
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            int blank = line.lastIndexOf(' ');
            if (blank > 0) {
                values.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
            }
        }
        return new ServiceMetrics(values);
    }

    /**
     * @throws IllegalArgumentException if there is no such number; the message names it
     */
    public double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the service does not tell " + name);
        }
        return value;
    }
}
