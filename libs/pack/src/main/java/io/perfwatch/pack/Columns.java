package io.perfwatch.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metrics of a pack. The next one asked for is mostly the one that followed the last time. */
final class Columns {
    /** About what a column takes beside its numbers. */
    private static final int OVERHEAD = 120;

    /** A path is everybody's, unless it is longer than that. */
    private static final int COMMON_PATH = 64;

    private final List<Column> inOrder = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Scaled scratch = new Scaled();
    private int next;
    private int samples;
    private long bytes;

    /**
     * The first one is expected again.
     *
     * @param expectedSamples that there will probably be
     */
    void rewind(int expectedSamples) {
        next = 0;
        samples = expectedSamples;
    }

    void put(String path, int sample, byte[] from, int start, int end) {
        Column column = column(path);
        int before = column.capacity();
        column.put(sample, from, start, end, scratch, samples);
        bytes += column.capacity() - before;
    }

    /** A decimal of another pack's column, which has it. */
    void put(Column from, int fromSample, int sample) {
        Column column = column(from.path);
        int before = column.capacity();
        column.put(sample, from, fromSample, scratch, samples);
        bytes += column.capacity() - before;
    }

    private Column column(String path) {
        if (next == inOrder.size() || !inOrder.get(next).path.equals(path)) {
            Integer known = indexes.get(path);
            next = known == null ? add(new Column(StorableText.of(path))) : known;
        }
        return inOrder.get(next++);
    }

    /**
     * Nothing if there is one of that path.
     *
     * @return the index of that path's column
     */
    int add(Column column) {
        Integer known = indexes.putIfAbsent(column.path, inOrder.size());
        if (known != null) {
            return known;
        }
        inOrder.add(column);
        bytes += OVERHEAD + Math.max(0, column.path.length() - COMMON_PATH) + column.capacity();
        return inOrder.size() - 1;
    }

    @Nullable Column find(String path) {
        Integer index = indexes.get(path);
        return index == null ? null : inOrder.get(index);
    }

    List<Column> all() {
        return inOrder;
    }

    List<Column> sorted() {
        return inOrder.stream().sorted(Comparator.comparing((Column c) -> c.path)).toList();
    }

    /** How much memory they take, about. */
    long bytes() {
        return bytes;
    }
}
