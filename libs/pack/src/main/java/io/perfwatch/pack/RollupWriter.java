package io.perfwatch.pack;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A rollup to JSON. */
final class RollupWriter {
    private static final JsonFactory JSON = new JsonFactory();

    /** Of an average; minima and maxima are what a sample was. */
    private static final int DIGITS = 6;

    private final Rollup rollup;
    private final List<Span> spans;
    private final JsonGenerator json;

    private RollupWriter(Rollup rollup, JsonGenerator json) {
        this.rollup = rollup;
        this.spans = rollup.spans();
        this.json = json;
    }

    static String write(Rollup rollup) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new RollupWriter(rollup, json).write();
        }
        return text.toString();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("t", String.join(",", each(Span::millis)));
        runs();
        column("seq", each(Span::sequence));
        column("samples", each(Span::samples));
        column("seconds", each(Span::seconds));
        json.writeObjectPropertyStart("metrics");
        rollup.metrics().forEach(this::metric);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void runs() {
        Set<UUID> runs = new LinkedHashSet<>();
        spans.forEach(span -> runs.add(span.run()));
        json.writeArrayPropertyStart("runs");
        runs.forEach(run -> json.writeString(run.toString()));
        json.writeEndArray();
        List<UUID> order = List.copyOf(runs);
        column("run", each(span -> order.indexOf(span.run())));
    }

    private List<String> each(ToDoubleFunction<Span> value) {
        return spans.stream().map(s -> Decimals.plain(value.applyAsDouble(s))).toList();
    }

    private void metric(String path) {
        List<@Nullable Aggregate> column = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            column.add(rollup.aggregate(path, i));
        }
        if (isSingle(column) && countsAreThoseOfSpans(column)) {
            column(path, each(column, Aggregate::minimum));
        } else {
            aggregates(path, column);
        }
    }

    private void aggregates(String path, List<@Nullable Aggregate> column) {
        json.writeObjectPropertyStart(path);
        column("min", each(column, Aggregate::minimum));
        column("avg", each(column, a -> average(a)));
        column("max", each(column, Aggregate::maximum));
        if (!countsAreThoseOfSpans(column)) {
            column("count", each(column, Aggregate::count));
        }
        json.writeEndObject();
    }

    private static double average(Aggregate aggregate) {
        return aggregate.isSingle()
                ? aggregate.minimum()
                : Decimals.round(aggregate.average(), DIGITS);
    }

    private static List<String> each(
            List<@Nullable Aggregate> column, ToDoubleFunction<Aggregate> value) {
        List<String> texts = new ArrayList<>(column.size());
        for (Aggregate aggregate : column) {
            texts.add(aggregate == null ? "" : Decimals.plain(value.applyAsDouble(aggregate)));
        }
        return texts;
    }

    private static boolean isSingle(List<@Nullable Aggregate> column) {
        return column.stream().allMatch(a -> a == null || a.isSingle());
    }

    private boolean countsAreThoseOfSpans(List<@Nullable Aggregate> column) {
        for (int i = 0; i < column.size(); i++) {
            Aggregate aggregate = column.get(i);
            if (aggregate != null && aggregate.count() != spans.get(i).samples()) {
                return false;
            }
        }
        return true;
    }

    /** One number where all are the same. */
    private void column(String name, List<String> values) {
        json.writeName(name);
        String first = values.isEmpty() ? "" : values.getFirst();
        if (!first.isEmpty() && values.stream().allMatch(first::equals)) {
            json.writeNumber(first);
        } else {
            json.writeString(String.join(",", values));
        }
    }
}
