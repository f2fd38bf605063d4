package io.perfwatch.gateway.history;

import io.perfwatch.metric.MetricPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.ToLongBiFunction;
import java.util.stream.LongStream;

/** Folds packs into an answer: those from the database first, then those from memory. */
final class HistoryBuilder {
    private record SeriesKey(String host, String metric) {}

    private record StreamFamily(String host, String topic, String family) {}

    private static final Comparator<SeriesKey> BY_HOST_THEN_METRIC =
            Comparator.comparing(SeriesKey::host).thenComparing(SeriesKey::metric);

    private final Question question;
    private final Grid grid;
    private final LongConsumer checkSeries;
    private final Map<SeriesKey, SeriesBuilder> series = new TreeMap<>(BY_HOST_THEN_METRIC);
    private final Map<StreamFamily, GapFinder> gaps = new HashMap<>();
    private final Map<StreamFamily, Long> newest = new HashMap<>();

    /**
     * @param checkSeries throws if there are too many
     */
    HistoryBuilder(Question question, LongConsumer checkSeries) {
        this.question = question;
        this.checkSeries = checkSeries;
        grid = Grid.of(question);
    }

    void addStored(PackRow row) {
        add(row, false);
    }

    /** Of a family that is stored up to some sample, only what is newer. */
    void addRecent(PackRow row) {
        add(row, true);
    }

    private void add(PackRow row, boolean fromMemory) {
        StreamFamily stream = new StreamFamily(row.host(), row.topic(), row.family());
        long after = newest.getOrDefault(stream, Long.MIN_VALUE);
        List<Integer> chosen = new ArrayList<>(row.pack().size());
        GapFinder finder = gaps.computeIfAbsent(stream, _ -> new GapFinder());
        for (int i = 0; i < row.pack().size(); i++) {
            long time = row.time(i);
            if (time > after && question.contains(time)) {
                chosen.add(i);
                finder.add(row.pack().samples().get(i), time, fromMemory);
                newest.put(stream, time);
            }
        }
        if (!chosen.isEmpty()) {
            row.pack().metrics().forEach(path -> add(row, path, chosen));
        }
    }

    private void add(PackRow row, String path, List<Integer> chosen) {
        String metric = row.metric(path);
        if (!question.covers(MetricPath.parse(metric))) {
            return;
        }
        SeriesBuilder builder =
                series.computeIfAbsent(new SeriesKey(row.host(), metric), _ -> new SeriesBuilder());
        checkSeries.accept(series.size());
        for (int i : chosen) {
            String decimal = row.pack().number(path, i);
            if (decimal != null) {
                builder.add(grid.place(row.time(i)), Double.parseDouble(decimal));
            }
        }
    }

    /**
     * @param storedUntil of a host and a topic, the append time up to which all is in the database
     */
    History build(Instant until, ToLongBiFunction<String, String> storedUntil) {
        long[] time = time();
        return new History(
                question.from(),
                until,
                "raw",
                LongStream.of(time).boxed().toList(),
                series.entrySet().stream()
                        .map(s -> s.getValue().build(s.getKey().host(), s.getKey().metric(), time))
                        .toList(),
                gaps(storedUntil));
    }

    private long[] time() {
        LongStream places =
                series.values().stream()
                        .flatMapToLong(s -> LongStream.of(s.places()))
                        .sorted()
                        .distinct();
        if (!grid.hasSpans()) {
            return places.toArray();
        }
        var range = places.summaryStatistics();
        return range.getCount() == 0
                ? new long[0]
                : LongStream.iterate(
                                range.getMin(), at -> at <= range.getMax(), at -> at + grid.width())
                        .toArray();
    }

    /** Of each topic the family that comes most often tells most. */
    private List<History.Gap> gaps(ToLongBiFunction<String, String> storedUntil) {
        Map<StreamFamily, GapFinder> telling = new HashMap<>();
        gaps.forEach((stream, finder) ->
                telling.merge(
                        new StreamFamily(stream.host(), stream.topic(), ""),
                        finder,
                        (a, b) -> a.smallestStep() <= b.smallestStep() ? a : b));
        return telling.entrySet().stream()
                .flatMap(e ->
                        e
                                .getValue()
                                .gaps(
                                        e.getKey().host(),
                                        e.getKey().topic(),
                                        storedUntil.applyAsLong(
                                                e.getKey().host(), e.getKey().topic()))
                                .stream())
                .sorted(Comparator.comparing(History.Gap::host).thenComparing(History.Gap::from))
                .toList();
    }
}
