package io.perfwatch.persister.rollup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.perfwatch.pack.Rollup;
import io.perfwatch.persister.rollup.DirtyRows.Version;
import io.perfwatch.persister.table.Partitions;
import io.perfwatch.persister.table.Refusal;
import io.perfwatch.persister.table.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the rows that are marked and over, a few a transaction: cut off anywhere it goes on where
 * it was, and done twice it writes the same. Of several persisters one does so at a time. A row
 * that cannot be written is set aside, so that no other one waits for it.
 */
@Component
class Rollups {
    private static final Logger log = LoggerFactory.getLogger(Rollups.class);

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
    private final Map<Tier, Counter> setAside;

    Rollups(
            DirtyRows dirty,
            Partitions partitions,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            MeterRegistry meters) {
        this.dirty = dirty;
        this.tables = new RollupTables(jdbc);
        this.partitions = partitions;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.setAside =
                Stream.of(Tier.MINUTE, Tier.HOUR)
                        .collect(Collectors.toMap(Function.identity(), t -> counter(t, meters)));
    }

    private static Counter counter(Tier tier, MeterRegistry meters) {
        return Counter.builder("perfwatch.persister.rollup.set.aside")
                .description("How often a row could not be rolled up and was set aside for an hour")
                .tag("tier", tier.tierName())
                .register(meters);
    }

    /**
     * Some of the rows of a tier that were over at {@code until}.
     *
     * @return how many were rolled up or set aside; 0 if there are none, or another persister is at
     *     it
     * @throws DataAccessException if it is nothing that a row can help, and is to be done later
     */
    synchronized int roll(Tier tier, Instant until) {
        List<Version> rows = dirty.closed(tier, until, BATCH);
        if (rows.isEmpty()) {
            return 0;
        }
        try {
            return write(tier, rows);
        } catch (RuntimeException e) {
            if (!isOfRows(e)) {
                throw e;
            }
            partitions.forget();
            return rows.stream().mapToInt(row -> writeAlone(tier, row)).sum();
        }
    }

    private int writeAlone(Tier tier, Version row) {
        try {
            return write(tier, List.of(row));
        } catch (RuntimeException e) {
            if (!isOfRows(e)) {
                throw e;
            }
            dirty.setAside(row.mark());
            Objects.requireNonNull(setAside.get(tier)).increment();
            log.warn("not rolled up, tried again in an hour: {}", row.mark(), e);
            return 1;
        }
    }

    /** Not that the database is away, its disk is full, or a right is missing. */
    private static boolean isOfRows(RuntimeException e) {
        boolean ofDatabase = e instanceof DataAccessException || e instanceof TransactionException;
        return !ofDatabase || Refusal.is(e);
    }

    private int write(Tier tier, List<Version> rows) {
        rows.forEach(row -> partitions.ensure(tier, row.mark().start()));
        return Objects.requireNonNull(
                transactions.execute(_ -> isAlone() ? writeAll(tier, dirty.unchanged(rows)) : 0));
    }

    private boolean isAlone() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private int writeAll(Tier tier, List<Version> rows) {
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
