package io.perfwatch.pack;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A pack to JSON, its samples in the order of time. */
final class PackWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Pack pack;
    private final int[] order;
    private final JsonGenerator json;

    private PackWriter(Pack pack, JsonGenerator json) {
        this.pack = pack;
        this.json = json;
        List<Sample> samples = pack.samples();
        this.order =
                IntStream.range(0, samples.size())
                        .boxed()
                        .sorted((a, b) -> Sample.ORDER.compare(samples.get(a), samples.get(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    static String write(Pack pack) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new PackWriter(pack, json).write();
        }
        return text.toString();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty(
                "t", joined(i -> Integer.toString(pack.samples().get(i).millis())));
        runs();
        json.writeStringProperty(
                "seq", joined(i -> Long.toString(pack.samples().get(i).sequence())));
        json.writeObjectPropertyStart("metrics");
        pack.metrics().forEach(this::metric);
        json.writeEndObject();
        if (!pack.texts().isEmpty()) {
            json.writeObjectPropertyStart("texts");
            pack.texts().forEach(this::text);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void runs() {
        List<UUID> runs = new ArrayList<>();
        for (int i : order) {
            UUID run = pack.samples().get(i).run();
            if (!runs.contains(run)) {
                runs.add(run);
            }
        }
        json.writeArrayPropertyStart("runs");
        runs.forEach(run -> json.writeString(run.toString()));
        json.writeEndArray();
        if (runs.size() == 1) {
            json.writeNumberProperty("run", 0);
        } else {
            json.writeStringProperty(
                    "run",
                    joined(i -> Integer.toString(runs.indexOf(pack.samples().get(i).run()))));
        }
    }

    private void metric(String path) {
        json.writeName(path);
        String constant = constant(path);
        if (constant == null) {
            json.writeString(joined(i -> pack.number(path, i)));
        } else {
            json.writeNumber(constant);
        }
    }

    private @Nullable String constant(String path) {
        String first = pack.number(path, 0);
        for (int i = 1; i < order.length; i++) {
            if (!Objects.equals(first, pack.number(path, i))) {
                return null;
            }
        }
        return first;
    }

    private void text(String path) {
        json.writeArrayPropertyStart(path);
        String before = null;
        for (int i = 0; i < order.length; i++) {
            String now = pack.text(path, order[i]);
            if (!Objects.equals(before, now)) {
                json.writeStartArray();
                json.writeNumber(i);
                json.writeString(now);
                json.writeEndArray();
            }
            before = now;
        }
        json.writeEndArray();
    }

    private String joined(IntFunction<@Nullable String> value) {
        StringBuilder text = new StringBuilder(order.length * 6);
        for (int i = 0; i < order.length; i++) {
            String one = value.apply(order[i]);
            text.append(i == 0 ? "" : ",").append(one == null ? "" : one);
        }
        return text.toString();
    }
}
