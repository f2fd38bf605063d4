package io.perfwatch.gateway.prometheus;

import io.perfwatch.metric.Catalogue;
import io.perfwatch.metric.MetricPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the catalogue's metrics are called in Prometheus; what is not in it has no name there. */
final class MetricNames {
    /** The few that tell how a host is. */
    static final Set<String> HEADLINE =
            Set.of(
                    "cpu.utilization",
                    "memory.totalBytes",
                    "memory.usedBytes",
                    "memory.availableBytes",
                    "load.average1Minute",
                    "disks[*].utilization",
                    "filesystems[*].utilization",
                    "networks[*].receivedBytesPerSecond",
                    "networks[*].sentBytesPerSecond",
                    "pressure[*].someStalledSecondsPerSecond",
                    "counters.instructionsPerCycle");

    /** Two families may measure what OpenTelemetry has one name for; the later keeps its own. */
    private record Identity(String name, Map<String, String> fixed, List<String> keys) {}

    private final Map<String, MetricName> byPattern = new HashMap<>();

    MetricNames() {
        Set<Identity> taken = new HashSet<>();
        for (Catalogue.Entry entry : Catalogue.entries()) {
            MetricName name = MetricName.of(entry);
            boolean free = taken.add(new Identity(name.name(), name.fixed(), name.keys()));
            byPattern.put(entry.path(), free ? name : MetricName.ofPath(entry));
        }
    }

    Optional<MetricName> of(MetricPath path) {
        return Optional.ofNullable(byPattern.get(pattern(path)));
    }

    static boolean isHeadline(MetricPath path) {
        return HEADLINE.contains(pattern(path));
    }

    static Set<String> families() {
        return Catalogue.entries().stream()
                .map(Catalogue.Entry::family)
                .collect(Collectors.toSet());
    }

    /** With {@code [*]} for each key, as the catalogue has it. */
    private static String pattern(MetricPath path) {
        List<MetricPath.Step> steps =
                path.steps().stream()
                        .map(step ->
                                step instanceof MetricPath.Key ? new MetricPath.AnyKey() : step)
                        .toList();
        return new MetricPath(steps).toString();
    }
}
