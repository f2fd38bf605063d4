package io.perfwatch.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one family of one host, as a row of {@code pack_minute} or {@code pack_hour} keeps
 * them, ascending in time. Not for several threads at once.
 */
public final class Rollup {
    private final List<Span> spans = new ArrayList<>();
    private final Map<String, List<@Nullable Aggregate>> metrics = new TreeMap<>();

    /** What {@link #toJson} wrote, also after the database ordered its members. */
    public static Rollup fromJson(String payload) {
        return RollupReader.read(payload);
    }

    /** Its members in a fixed order, so that equal rollups are equal text. */
    public String toJson() {
        return RollupWriter.write(this);
    }

    /**
     * Adds a span that is later than all that are here.
     *
     * @param aggregates by path inside the family; what is not among them is absent in that span
     */
    public void add(Span span, Map<String, Aggregate> aggregates) {
        spans.add(span);
        aggregates.forEach((path, aggregate) -> {
            List<@Nullable Aggregate> column =
                    metrics.computeIfAbsent(StorableText.of(path), _ -> new ArrayList<>());
            while (column.size() < spans.size() - 1) {
                column.add(null);
            }
            column.add(aggregate);
        });
    }

    public List<Span> spans() {
        return Collections.unmodifiableList(spans);
    }

    /** How many samples all spans sum up. */
    public int samples() {
        return spans.stream().mapToInt(Span::samples).sum();
    }

    /** Every metric's path inside the family. */
    public Set<String> metrics() {
        return Collections.unmodifiableSet(metrics.keySet());
    }

    /** A metric in the span of that index, null where it is absent. */
    public @Nullable Aggregate aggregate(String path, int span) {
        List<@Nullable Aggregate> column = metrics.get(path);
        return column == null || span >= column.size() ? null : column.get(span);
    }
}
