package io.perfwatch.persister.storage;

import io.perfwatch.persister.rollup.Mark;
import java.time.Instant;
import java.util.Comparator;

/**
 * Key of a row of {@code pack_raw}. Packs are written in its order, so that two writers wait for
 * each other instead of blocking each other.
 */
record PackKey(int host, int family, Instant start) implements Comparable<PackKey> {
    private static final Comparator<PackKey> ORDER =
            Comparator.comparingInt(PackKey::host)
                    .thenComparingInt(PackKey::family)
                    .thenComparing(PackKey::start);

    /** The row that is to be written anew when this one changes. */
    Mark mark() {
        return Mark.ofRaw(start, host, family);
    }

    @Override
    public int compareTo(PackKey other) {
        return ORDER.compare(this, other);
    }
}
