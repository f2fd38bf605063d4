package io.perfwatch.persister.rollup;

import io.perfwatch.persister.table.Tier;
import java.time.Instant;
import java.util.Comparator;

/**
 * A row of a rolled-up table that is to be written anew.
 *
 * @param tier the row's own, not that of what changed
 * @param start of the row
 */
public record Mark(Tier tier, Instant start, int host, int family) {
    /** That of the table's key: two writers wait for each other instead of blocking each other. */
    static final Comparator<Mark> ORDER =
            Comparator.comparing((Mark m) -> m.tier().tierName())
                    .thenComparing(Mark::start)
                    .thenComparingInt(Mark::host)
                    .thenComparingInt(Mark::family);

    /** For a pack of samples that changed. */
    public static Mark ofRaw(Instant time, int host, int family) {
        return new Mark(Tier.MINUTE, Tier.MINUTE.rowStart(time), host, family);
    }

    /** For the hour that this mark's row is a part of. */
    Mark above() {
        return new Mark(Tier.HOUR, Tier.HOUR.rowStart(start), host, family);
    }
}
