package io.perfwatch.gateway.history;

import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.metric.PathCache;
import io.perfwatch.pack.Curve;
import io.perfwatch.pack.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of one stream, turned into a column for each metric that is asked for. */
final class EventColumns implements EventReader.LeafVisitor {
    private final Question question;
    private final Set<String> wantedFamilies;
    private final PathCache paths = new PathCache();
    private final Map<String, Boolean> wanted = new HashMap<>();
    private final Map<String, Column> families = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> event = new LinkedHashMap<>();

    EventColumns(Question question) {
        this.question = question;
        wantedFamilies = Set.copyOf(question.families());
    }

    void add(FeedEvent next) {
        event.clear();
        Envelope envelope = EventReader.read(next.json(), this, paths);
        event.forEach((family, values) ->
                families.computeIfAbsent(family, _ -> new Column()).add(envelope, values));
    }

    List<Stretch> stretches(StreamKey key) {
        return families.entrySet().stream()
                .map(e ->
                        e.getValue()
                                .stretch(
                                        new Stream(
                                                key.host(), key.topic().topicName(), e.getKey())))
                .toList();
    }

    @Override
    public void number(String family, String path, String decimal) {
        if (wantedFamilies.contains(family)) {
            String metric = new Stream("", "", family).metric(path);
            Map<String, Double> values = event.computeIfAbsent(family, _ -> new HashMap<>());
            if (wanted.computeIfAbsent(metric, m -> question.covers(MetricPath.parse(m)))) {
                values.put(metric, Double.valueOf(decimal));
            }
        }
    }

    @Override
    public void text(String family, String path, String value) {}

    /** 0 or 1, as in the database. */
    @Override
    public void bool(String family, String path, boolean value) {
        number(family, path, value ? "1" : "0");
    }

    /** The events that had a family. */
    private static final class Column {
        private final List<Envelope> envelopes = new ArrayList<>();
        private final Map<String, double[]> values = new LinkedHashMap<>();

        void add(Envelope envelope, Map<String, Double> numbers) {
            int index = envelopes.size();
            envelopes.add(envelope);
            numbers.forEach((metric, number) ->
                    values.compute(metric, (_, column) -> grown(column, index))[index] = number);
        }

        private static double[] grown(double @Nullable [] column, int index) {
            int length = column == null ? 0 : column.length;
            if (column != null && index < length) {
                return column;
            }
            double[] grown = column == null ? new double[64] : Arrays.copyOf(column, length * 2);
            double[] large = grown.length > index ? grown : Arrays.copyOf(grown, index * 2);
            Arrays.fill(large, length, large.length, Double.NaN);
            return large;
        }

        Stretch stretch(Stream stream) {
            int size = envelopes.size();
            List<UUID> runs = envelopes.stream().map(Envelope::run).distinct().toList();
            Map<String, Curve> curves = new LinkedHashMap<>();
            values.forEach(
                    (metric, column) -> curves.put(metric, Curve.of(grown(column, size - 1))));
            return new Stretch(
                    stream,
                    Tier.RAW,
                    envelopes.stream().mapToLong(e -> e.time().toEpochMilli()).toArray(),
                    runs,
                    envelopes.stream().mapToDouble(e -> runs.indexOf(e.run())).toArray(),
                    envelopes.stream().mapToDouble(Envelope::sequence).toArray(),
                    Numbers.read("1", size),
                    curves);
        }
    }
}
