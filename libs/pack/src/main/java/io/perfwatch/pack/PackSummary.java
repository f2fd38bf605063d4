package io.perfwatch.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a pack for nothing but its summary: no object a value, which is what rolling up a fleet
 * costs.
 */
final class PackSummary {
    /** Of each sample, what the family says of the time since the one before. */
    private static final String INTERVAL = "intervalSeconds";

    private static final double LONGEST = 60;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser json;
    private final Map<String, String> series = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private final List<String> runs = new ArrayList<>();
    private String times = "";
    private String sequences = "";
    private String run = "0";

    private PackSummary(JsonParser json) {
        this.json = json;
    }

    static @Nullable Summary read(int millis, String payload) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), payload)) {
            PackSummary pack = new PackSummary(json);
            pack.members();
            return pack.times.isEmpty() || pack.series.size() + pack.constants.size() == 0
                    ? null
                    : pack.summary(millis);
        }
    }

    private void members() {
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "t" -> times = json.getString();
                case "seq" -> sequences = json.getString();
                case "run" -> run = json.getString();
                case "runs" -> runs();
                case "metrics" -> metrics();
                default -> json.skipChildren();
            }
        }
    }

    private void runs() {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            runs.add(json.getString());
        }
    }

    private void metrics() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = json.currentName();
            boolean isSeries = json.nextToken() == JsonToken.VALUE_STRING;
            (isSeries ? series : constants).put(path, json.getString());
        }
    }

    private Summary summary(int millis) {
        double[] seconds = seconds(Numbers.count(times));
        Map<String, Aggregate> aggregates = new HashMap<>();
        constants.forEach((path, value) ->
                aggregates.put(path, Aggregate.of(Double.parseDouble(value), seconds.length)));
        series.forEach((path, list) -> {
            Aggregate aggregate = aggregate(Numbers.read(list, seconds.length), seconds);
            if (aggregate != null) {
                aggregates.put(path, aggregate);
            }
        });
        return new Summary(span(millis, seconds), aggregates);
    }

    private static @Nullable Aggregate aggregate(double[] values, double[] seconds) {
        Weighing weighing = new Weighing();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                weighing.add(values[i], seconds[i]);
            }
        }
        return weighing.count() > 0 ? weighing.aggregate() : null;
    }

    private double[] seconds(int samples) {
        double[] seconds = new double[samples];
        String constant = constants.get(INTERVAL);
        Arrays.fill(seconds, constant == null ? 1 : weight(Double.parseDouble(constant)));
        String list = series.get(INTERVAL);
        if (list != null) {
            double[] intervals = Numbers.read(list, samples);
            for (int i = 0; i < samples; i++) {
                seconds[i] = Double.isNaN(intervals[i]) ? seconds[i] : weight(intervals[i]);
            }
        }
        return seconds;
    }

    private static double weight(double interval) {
        return interval > 0 ? Math.min(interval, LONGEST) : 1;
    }

    private Span span(int millis, double[] seconds) {
        double sum = Math.min(LONGEST, Arrays.stream(seconds).sum());
        return new Span(
                millis,
                UUID.fromString(runs.get(Integer.parseInt(last(run)))),
                Numbers.wholes(sequences, seconds.length)[seconds.length - 1],
                seconds.length,
                Math.round(sum * 1000) / 1000.0);
    }

    private static String last(String values) {
        return values.substring(values.lastIndexOf(',') + 1);
    }
}
