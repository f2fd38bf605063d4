package io.perfwatch.persister.rollup;

import io.perfwatch.pack.Rollup;
import io.perfwatch.persister.rollup.DirtyRows.Version;
import io.perfwatch.persister.table.Partitions;
import io.perfwatch.persister.table.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the rows that are marked and over, a few a transaction: cut off anywhere it goes on where
 * it was, and done twice it writes the same. Of several persisters one does so at a time.
 */
@Component
class Rollups {
    /** What one transaction writes. */
    static final int BATCH = 50;

    /** Any number, for the lock that one persister holds while it writes. */
    private static final long LOCK = 0x726f6c6cL;

    /** What they hold comes and goes: over a day hardly a column of it would be full. */
    private static final Set<String> SNAPSHOTS = Set.of("processes", "cgroups");

    private final DirtyRows dirty;
    private final RollupTables tables;
    private final Partitions partitions;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Rollups(
            DirtyRows dirty,
            Partitions partitions,
            JdbcTemplate jdbc,
            TransactionTemplate transactions) {
        this.dirty = dirty;
        this.tables = new RollupTables(jdbc);
        this.partitions = partitions;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Some of the rows of a tier that were over at {@code until}.
     *
     * @return how many; 0 if there are none, or another persister is at it
     */
    synchronized int roll(Tier tier, Instant until) {
        List<Version> rows = dirty.closed(tier, until, BATCH);
        if (rows.isEmpty()) {
            return 0;
        }
        rows.forEach(row -> partitions.ensure(tier, row.mark().start()));
        return Objects.requireNonNull(transactions.execute(_ -> isAlone() ? write(tier, rows) : 0));
    }

    private boolean isAlone() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private int write(Tier tier, List<Version> rows) {
        Instant dropped = tables.droppedUntil(tier.source().orElseThrow());
        List<Mark> above = new ArrayList<>();
        for (Version row : rows) {
            Mark mark = row.mark();
            Rollup rollup = mark.start().isBefore(dropped) ? null : tables.compute(mark);
            if (rollup != null) {
                tables.write(mark, rollup);
                if (isRolledUpFurther(mark)) {
                    above.add(mark.above());
                }
            }
        }
        dirty.mark(above);
        dirty.unmark(rows);
        return rows.size();
    }

    private boolean isRolledUpFurther(Mark mark) {
        return mark.tier() == Tier.MINUTE && !SNAPSHOTS.contains(tables.family(mark.family()));
    }
}
