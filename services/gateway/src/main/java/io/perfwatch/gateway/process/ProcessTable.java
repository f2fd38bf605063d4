package io.perfwatch.gateway.process;

import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Pack;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts the leaves of one look at the processes together again: from an event or a pack. */
final class ProcessTable implements EventReader.LeafVisitor {
    static final String FAMILY = "processes";

    private final ObjectNode totals = JsonNodeFactory.instance.objectNode();
    private final Map<Long, ObjectNode> processes = new TreeMap<>();

    static ProcessTable of(Pack pack, int sample) {
        ProcessTable table = new ProcessTable();
        for (String path : pack.metrics()) {
            String number = pack.number(path, sample);
            if (number != null) {
                table.number(FAMILY, path, number);
            }
        }
        for (String path : pack.texts()) {
            String text = pack.text(path, sample);
            if (text != null) {
                table.text(FAMILY, path, text);
            }
        }
        return table;
    }

    ProcessSnapshot snapshot(String host, Instant time) {
        return new ProcessSnapshot(host, time, List.<JsonNode>copyOf(processes.values()), totals);
    }

    @Override
    public void number(String family, String path, String decimal) {
        put(family, path, JsonNodeFactory.instance.numberNode(new BigDecimal(decimal)));
    }

    @Override
    public void text(String family, String path, String value) {
        put(family, path, JsonNodeFactory.instance.stringNode(value));
    }

    @Override
    public void bool(String family, String path, boolean value) {
        put(family, path, JsonNodeFactory.instance.booleanNode(value));
    }

    private void put(String family, String path, JsonNode value) {
        if (!family.equals(FAMILY)) {
            return;
        }
        List<MetricPath.Step> steps =
                MetricPath.parse(path.startsWith("[") ? family + path : family + "." + path)
                        .steps();
        if (steps.size() == 2 && steps.get(1) instanceof MetricPath.Member(String name)) {
            totals.set(name, value);
        } else if (steps.size() == 3
                && steps.get(1) instanceof MetricPath.Key(String pid)
                && steps.get(2) instanceof MetricPath.Member(String name)
                && pid.matches("\\d{1,18}")) {
            long number = Long.parseLong(pid);
            processes
                    .computeIfAbsent(
                            number, n -> JsonNodeFactory.instance.objectNode().put("pid", n))
                    .set(name, value);
        }
    }
}
