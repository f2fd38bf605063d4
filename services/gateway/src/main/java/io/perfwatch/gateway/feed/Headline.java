package io.perfwatch.gateway.feed;

import io.perfwatch.metric.MetricPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The few numbers that tell at a glance how a host is. */
public final class Headline {
    /** In the order in which a fleet has them as columns. */
    public static final List<String> PATHS =
            List.of(
                    "cpu.utilization",
                    "memory.totalBytes",
                    "memory.usedBytes",
                    "pressure[cpu].someStalledSecondsPerSecond",
                    "pressure[memory].someStalledSecondsPerSecond",
                    "pressure[io].someStalledSecondsPerSecond",
                    "counters.instructionsPerCycle");

    private static final Map<String, Map<String, String>> BY_FAMILY = byFamily();

    private Headline() {}

    /** Of a family, the whole path by what it is inside the family. */
    static Map<String, String> of(String family) {
        return BY_FAMILY.getOrDefault(family, Map.of());
    }

    private static Map<String, Map<String, String>> byFamily() {
        Map<String, Map<String, String>> families = new HashMap<>();
        for (String path : PATHS) {
            MetricPath parsed = MetricPath.parse(path);
            families.computeIfAbsent(parsed.family(), _ -> new HashMap<>())
                    .put(parsed.insideFamily(), path);
        }
        return families;
    }
}
