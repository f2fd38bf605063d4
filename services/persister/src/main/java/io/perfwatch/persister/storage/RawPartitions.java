package io.perfwatch.persister.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The partitions of {@code pack_raw}, six hours each. They are made apart and attached, which stops
 * neither readers nor writers, and are taken off and dropped whole.
 */
final class RawPartitions {
    static final Duration SPAN = Duration.ofHours(6);

    private static final String TABLE = "pack_raw";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HH").withZone(ZoneOffset.UTC);

    /** Any number: who makes or drops partitions does so alone. */
    private static final long LOCK = 0x70657266L;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Set<Instant> known = new HashSet<>();

    RawPartitions(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    static Instant startOf(Instant time) {
        long span = SPAN.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), span) * span);
    }

    /** Makes the partition that {@code time} falls into. */
    synchronized void ensure(Instant time) {
        Instant start = startOf(time);
        if (!known.contains(start)) {
            transactions.executeWithoutResult(_ -> make(start));
            known.add(start);
        }
    }

    private void make(Instant start) {
        String name = TABLE + "_" + NAME.format(start);
        jdbc.sql("set local lock_timeout = '5s'").update();
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((rs, _) -> rs.getRow())
                .list();
        boolean there =
                jdbc.sql("select to_regclass(?) is not null")
                        .param(name)
                        .query(Boolean.class)
                        .single();
        if (!there) {
            jdbc.sql("create table %s (like %s including all)".formatted(name, TABLE)).update();
            jdbc.sql(
                            "alter table %s attach partition %s for values from ('%s') to ('%s')"
                                    .formatted(TABLE, name, start, start.plus(SPAN)))
                    .update();
        }
    }

    synchronized void forget() {
        known.clear();
    }

    /** Drops what ended before {@code border}. */
    List<String> drop(Instant border) {
        List<String> dropped = new ArrayList<>();
        for (String name : names()) {
            Instant start = startOf(name);
            if (!start.plus(SPAN).isAfter(border)) {
                dropOne(name);
                dropped.add(name);
                forget();
            }
        }
        return dropped;
    }

    /**
     * Taking off concurrently waits for old queries without standing in anyone's way; one that was
     * cut off in the middle is finished.
     */
    private void dropOne(String name) {
        boolean pending =
                jdbc.sql(
                                """
                                select inhdetachpending from pg_inherits
                                where inhrelid = to_regclass(?)
                                """)
                        .param(name)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        jdbc.sql(
                        "alter table %s detach partition %s %s"
                                .formatted(TABLE, name, pending ? "finalize" : "concurrently"))
                .update();
        jdbc.sql("drop table " + name).update();
    }

    private List<String> names() {
        return jdbc.sql(
                        """
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'pack_raw'::regclass order by 1
                        """)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static Instant startOf(String name) {
        return LocalDateTime.parse(
                        name.substring(TABLE.length() + 1),
                        DateTimeFormatter.ofPattern("yyyyMMdd_HH"))
                .toInstant(ZoneOffset.UTC);
    }
}
