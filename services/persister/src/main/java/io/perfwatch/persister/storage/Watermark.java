package io.perfwatch.persister.storage;

import java.time.Instant;
import java.util.Comparator;

/**
 * How far a partition is stored.
 *
 * @param nextOffset everything before it is
 * @param append everything that the broker took before is stored
 */
public record Watermark(String topic, int partition, long nextOffset, Instant append) {
    /** That of the table's key: two writers wait for each other instead of blocking each other. */
    static final Comparator<Watermark> ORDER =
            Comparator.comparing(Watermark::topic).thenComparingInt(Watermark::partition);
}
