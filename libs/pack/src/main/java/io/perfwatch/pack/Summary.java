package io.perfwatch.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a row comes to as one span of the row above it: a minute of samples in an hour, an hour of
 * minutes in a day.
 *
 * @param aggregates by path inside the family
 */
public record Summary(Span span, Map<String, Aggregate> aggregates) {

    /**
     * Of a row of {@code pack_raw}. A sample weighs as many seconds as its {@code intervalSeconds}
     * says, but not more than there are in the row.
     *
     * @param millis from the start of the row above to this one's
     * @return null if it has no samples or no numbers
     */
    public static @Nullable Summary ofPack(int millis, String payload) {
        return PackSummary.read(millis, payload);
    }

    /**
     * Of a row of {@code pack_minute}.
     *
     * @param millis from the start of the row above to this one's
     */
    public static Summary ofRollup(int millis, Rollup rollup) {
        List<Span> spans = rollup.spans();
        Span newest = spans.getLast();
        Map<String, Aggregate> aggregates = new HashMap<>();
        for (String path : rollup.metrics()) {
            aggregates.put(path, over(rollup, path));
        }
        return new Summary(
                new Span(
                        millis,
                        newest.run(),
                        newest.sequence(),
                        rollup.samples(),
                        sum(spans, Span::seconds)),
                aggregates);
    }

    private static double sum(List<Span> spans, ToDoubleFunction<Span> value) {
        return Math.round(spans.stream().mapToDouble(value).sum() * 1000) / 1000.0;
    }

    private static Aggregate over(Rollup rollup, String path) {
        Weighing weighing = new Weighing();
        for (int i = 0; i < rollup.spans().size(); i++) {
            Aggregate aggregate = rollup.aggregate(path, i);
            if (aggregate != null) {
                Span span = rollup.spans().get(i);
                weighing.add(aggregate, span.seconds() * aggregate.count() / span.samples());
            }
        }
        return weighing.aggregate();
    }
}
