package io.perfwatch.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A rollup from JSON, its members in any order: JSONB keeps its own. */
final class RollupReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String[] NONE = {};

    /** One value in all spans, or one a span; NaN: absent. */
    private static final class Values {
        private final double[] values;

        Values(double[] values) {
            this.values = values;
        }

        double at(int span) {
            return values.length == 1 ? values[0] : values[span];
        }
    }

    private final JsonParser json;
    private final List<UUID> runs = new ArrayList<>();
    private final Map<String, Values> members = new HashMap<>();
    private final Map<String, Map<String, Values>> metrics = new LinkedHashMap<>();

    private RollupReader(JsonParser json) {
        this.json = json;
    }

    static Rollup read(String payload) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), payload)) {
            return new RollupReader(json).rollup();
        }
    }

    private Rollup rollup() {
        json.nextToken();
        members(this::member);
        Rollup rollup = new Rollup();
        double[] starts = member("t").values;
        for (int i = 0; i < starts.length; i++) {
            rollup.add(span((int) starts[i], i), aggregates(i));
        }
        return rollup;
    }

    private Span span(int millis, int index) {
        return new Span(
                millis,
                runs.get((int) member("run").at(index)),
                (long) member("seq").at(index),
                (int) member("samples").at(index),
                member("seconds").at(index));
    }

    private Map<String, Aggregate> aggregates(int span) {
        Map<String, Aggregate> aggregates = new LinkedHashMap<>();
        metrics.forEach((path, parts) -> {
            Aggregate aggregate = aggregate(parts, span);
            if (aggregate != null) {
                aggregates.put(path, aggregate);
            }
        });
        return aggregates;
    }

    private @Nullable Aggregate aggregate(Map<String, Values> parts, int span) {
        double average = part(parts, "avg").at(span);
        return Double.isNaN(average)
                ? null
                : new Aggregate(
                        part(parts, "min").at(span),
                        average,
                        part(parts, "max").at(span),
                        (int) part(parts, "count").at(span));
    }

    private Values part(Map<String, Values> parts, String name) {
        Values values = parts.get(name);
        return values == null ? member("samples") : values;
    }

    private Values member(String name) {
        Values values = members.get(name);
        if (values == null) {
            throw new IllegalArgumentException("a rollup without \"" + name + "\"");
        }
        return values;
    }

    private void member(String name, JsonToken value) {
        switch (name) {
            case "t", "run", "seq", "samples", "seconds" -> members.put(name, values());
            case "runs" -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    runs.add(UUID.fromString(json.getString()));
                }
            }
            case "metrics" -> members(this::metric);
            default -> json.skipChildren();
        }
    }

    private void metric(String path, JsonToken value) {
        Map<String, Values> parts = new HashMap<>(8);
        if (value == JsonToken.START_OBJECT) {
            members((name, _) -> parts.put(name, values()));
        } else {
            Values values = values();
            parts.putAll(Map.of("min", values, "avg", values, "max", values));
        }
        metrics.put(path, parts);
    }

    private Values values() {
        String text = json.getString();
        String[] texts = text.isEmpty() ? NONE : text.split(",", -1);
        double[] values = new double[texts.length];
        for (int i = 0; i < texts.length; i++) {
            values[i] = texts[i].isEmpty() ? Double.NaN : Double.parseDouble(texts[i]);
        }
        return new Values(values);
    }

    private void members(BiConsumer<String, JsonToken> member) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            member.accept(name, json.nextToken());
        }
    }
}
