package io.perfwatch.gateway.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.metric.EventReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The few values that tell how a host is at a glance. */
final class Headline implements EventReader.LeafVisitor {
    private static final Set<String> PATHS =
            Set.of(
                    "cpu.utilization",
                    "memory.totalBytes",
                    "memory.usedBytes",
                    "counters.instructionsPerCycle");

    private final Map<String, Double> values = new TreeMap<>();

    /** A later event's value replaces an earlier one's. */
    void add(FeedEvent event) {
        EventReader.read(event.json().getBytes(UTF_8), this);
    }

    Map<String, Double> values() {
        return values;
    }

    @Override
    public void number(String family, String path, String decimal) {
        String whole = family + "." + path;
        if (PATHS.contains(whole)) {
            values.put(whole, Double.valueOf(decimal));
        }
    }

    @Override
    public void text(String family, String path, String value) {}

    @Override
    public void bool(String family, String path, boolean value) {}
}
