package io.perfwatch.pack;

import java.util.ArrayList;
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

/** A pack from JSON, its members in any order: JSONB keeps its own. */
final class PackReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String[] NONE = {};

    /** From the sample {@code from} on; null: absent. */
    private record Change(int from, @Nullable String value) {}

    private final JsonParser json;
    private final List<UUID> runs = new ArrayList<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final Map<String, String> series = new LinkedHashMap<>();
    private final Map<String, List<Change>> texts = new LinkedHashMap<>();
    private String times = "";
    private String sequences = "";
    private String[] run = NONE;

    private PackReader(JsonParser json) {
        this.json = json;
    }

    static Pack read(String payload) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), payload)) {
            return new PackReader(json).pack();
        }
    }

    private Pack pack() {
        json.nextToken();
        members(this::member);
        Pack pack = new Pack();
        long[] millis = Numbers.wholes(times, Numbers.count(times));
        long[] sequence = Numbers.wholes(sequences, millis.length);
        for (int i = 0; i < millis.length; i++) {
            pack.begin(
                    new Sample(
                            runs.get(run.length == 0 ? 0 : Integer.parseInt(run[i])),
                            sequence[i],
                            Math.toIntExact(millis[i])));
            addTexts(pack, i);
        }
        int size = pack.size();
        constants.forEach((path, v) -> pack.metrics.add(Column.constant(path, v, size)));
        series.forEach((path, v) -> pack.metrics.add(Column.series(path, v, size)));
        return pack;
    }

    private void addTexts(Pack pack, int sample) {
        texts.forEach((path, changes) -> {
            String value = null;
            for (Change change : changes) {
                value = change.from <= sample ? change.value : value;
            }
            if (value != null) {
                pack.text(path, value);
            }
        });
    }

    private void member(String name, JsonToken value) {
        switch (name) {
            case "t" -> times = json.getString();
            case "seq" -> sequences = json.getString();
            case "run" -> run = value == JsonToken.VALUE_STRING ? split() : NONE;
            case "runs" -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    runs.add(UUID.fromString(json.getString()));
                }
            }
            case "metrics" -> members(this::metric);
            case "texts" -> members((path, _) -> texts.put(path, changes()));
            default -> json.skipChildren();
        }
    }

    private void metric(String path, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            series.put(path, json.getString());
        } else {
            constants.put(path, Decimals.plain(json.getString()));
        }
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int from = json.nextIntValue(0);
            String value = json.nextToken() == JsonToken.VALUE_NULL ? null : json.getString();
            changes.add(new Change(from, value));
            json.nextToken();
        }
        return changes;
    }

    private void members(BiConsumer<String, JsonToken> member) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            member.accept(name, json.nextToken());
        }
    }

    private String[] split() {
        return json.getString().split(",", -1);
    }
}
