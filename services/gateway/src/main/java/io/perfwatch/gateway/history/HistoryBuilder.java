package io.perfwatch.gateway.history;

import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Curve;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Folds stretches into an answer: those from the database first, then those from memory. */
final class HistoryBuilder {
    private record SeriesKey(String host, String metric) {}

    private static final Comparator<SeriesKey> BY_HOST_THEN_METRIC =
            Comparator.comparing(SeriesKey::host).thenComparing(SeriesKey::metric);

    private final Question question;
    private final Tier tier;
    private final Grid grid;
    private final LongConsumer checkSeries;
    private final Map<SeriesKey, SeriesBuilder> series = new TreeMap<>(BY_HOST_THEN_METRIC);
    private final Map<Stream, GapFinder> gaps = new HashMap<>();

    /**
     * @param tier that is asked first
     * @param checkSeries throws if there are too many
     */
    HistoryBuilder(Question question, Tier tier, LongConsumer checkSeries) {
        this.question = question;
        this.tier = tier;
        this.checkSeries = checkSeries;
        grid = Grid.of(question.range(), question.points(), tier);
    }

    void addStored(Stretch stretch) {
        add(stretch, false);
    }

    void addRecent(Stretch stretch) {
        add(stretch, true);
    }

    private void add(Stretch stretch, boolean fromMemory) {
        gaps.computeIfAbsent(stretch.stream(), _ -> new GapFinder()).add(stretch, fromMemory);
        stretch.curves()
                .forEach((metric, curve) -> {
                    SeriesKey key = new SeriesKey(stretch.stream().host(), metric);
                    SeriesBuilder builder = series.get(key);
                    if (builder == null && question.covers(MetricPath.parse(metric))) {
                        builder = new SeriesBuilder();
                        series.put(key, builder);
                        checkSeries.accept(series.size());
                    }
                    if (builder != null) {
                        add(stretch, curve, builder);
                    }
                });
    }

    private void add(Stretch stretch, Curve curve, SeriesBuilder builder) {
        for (int i = stretch.first(); i < stretch.end(); i++) {
            if (curve.isPresent(i)) {
                builder.add(grid.place(stretch.time(i)), curve, i);
            }
        }
    }

    /**
     * @param mayMiss whether of a host and a topic something is neither in memory nor yet in the
     *     database
     * @param mayBeLost whether of a host and a topic an event of the range is not in the database
     *     though later ones are
     */
    History build(
            Instant until,
            BiPredicate<String, String> mayMiss,
            BiPredicate<String, String> mayBeLost) {
        long[] time = time();
        return new History(
                question.range().from(),
                until,
                tier,
                grid.width() / 1000.0,
                LongStream.of(time).boxed().toList(),
                series.entrySet().stream()
                        .map(s -> s.getValue().build(s.getKey().host(), s.getKey().metric(), time))
                        .toList(),
                gaps(mayMiss, mayBeLost));
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
    private List<History.Gap> gaps(
            BiPredicate<String, String> mayMiss, BiPredicate<String, String> mayBeLost) {
        Map<Stream, GapFinder> telling = new HashMap<>();
        gaps.forEach((stream, finder) ->
                telling.merge(
                        new Stream(stream.host(), stream.topic(), ""),
                        finder,
                        (a, b) -> a.smallestStep() <= b.smallestStep() ? a : b));
        return telling.entrySet().stream()
                .flatMap(e -> gaps(e.getKey(), e.getValue(), mayMiss, mayBeLost).stream())
                .sorted(Comparator.comparing(History.Gap::host).thenComparing(History.Gap::from))
                .toList();
    }

    private static List<History.Gap> gaps(
            Stream stream,
            GapFinder finder,
            BiPredicate<String, String> mayMiss,
            BiPredicate<String, String> mayBeLost) {
        return finder.gaps(
                stream,
                () -> mayMiss.test(stream.host(), stream.topic()),
                () -> mayBeLost.test(stream.host(), stream.topic()));
    }
}
