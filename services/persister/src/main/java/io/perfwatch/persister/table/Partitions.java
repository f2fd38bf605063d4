package io.perfwatch.persister.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The partitions of the packs' tables. They are made apart and attached, which stops neither
 * readers nor writers, and are taken off and dropped whole.
 */
@Component
public class Partitions {
    /** Any number: who makes or drops partitions does so alone. */
    static final long LOCK = 0x70657266L;

    /** Whoever waits for a lock longer than that makes others wait behind him. */
    private static final String PATIENCE = "lock_timeout = '5s'";

    private record Partition(Tier tier, Instant start) {
        String name() {
            return tier.partitionName(start);
        }

        Instant end() {
            return tier.partitionEnd(start);
        }
    }

    private final JdbcTemplate connections;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Set<Partition> known = new HashSet<>();

    Partitions(JdbcTemplate connections, TransactionTemplate transactions) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
        this.transactions = transactions;
    }

    /** Makes the partition that {@code time} falls into. */
    public synchronized void ensure(Tier tier, Instant time) {
        Partition partition = new Partition(tier, tier.partitionStart(time));
        if (!known.contains(partition)) {
            transactions.executeWithoutResult(_ -> make(partition));
            known.add(partition);
        }
    }

    /** Makes the partition of now and the next two. */
    public void ensureAhead(Tier tier, Instant now) {
        Instant time = now;
        for (int ahead = 0; ahead <= 2; ahead++) {
            ensure(tier, time);
            time = tier.partitionEnd(tier.partitionStart(time));
        }
    }

    private void make(Partition partition) {
        jdbc.sql("set local " + PATIENCE).update();
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((_, _) -> LOCK).list();
        String table = partition.tier.table();
        if (isPending(partition.name())) {
            // Nobody sees it, so nobody can write to it.
            jdbc.sql(
                            "alter table %s detach partition %s finalize"
                                    .formatted(table, partition.name()))
                    .update();
        } else if (attached(partition.tier).contains(partition.name())) {
            return;
        }
        // One that was taken off and not dropped yet is empty of what anyone will ask for.
        jdbc.sql("drop table if exists " + partition.name()).update();
        jdbc.sql("create table %s (like %s including all)".formatted(partition.name(), table))
                .update();
        jdbc.sql(
                        "alter table %s attach partition %s for values from ('%s') to ('%s')"
                                .formatted(
                                        table, partition.name(), partition.start, partition.end()))
                .update();
    }

    /** What is known of them may be of a transaction that was rolled back. */
    public synchronized void forget() {
        known.clear();
    }

    /** When the partitions end that ended before {@code border}, oldest first. */
    public List<Instant> ended(Tier tier, Instant border) {
        return all(tier).stream().map(Partition::end).filter(e -> !e.isAfter(border)).toList();
    }

    /**
     * Drops what ended until {@code border}. Taking off concurrently waits for old queries without
     * standing in anyone's way.
     *
     * @return their names
     * @throws org.springframework.dao.DataAccessException if a query holds one for too long; what
     *     was begun is finished the next time
     */
    public List<String> drop(Tier tier, Instant border) {
        List<String> dropped = new ArrayList<>();
        for (Partition partition : all(tier)) {
            if (!partition.end().isAfter(border)) {
                try {
                    connections.execute((ConnectionCallback<Boolean>) c -> drop(c, partition));
                } finally {
                    // Also when it was only half taken off.
                    forget();
                }
                dropped.add(partition.name());
            }
        }
        return dropped;
    }

    private boolean drop(Connection connection, Partition partition) throws SQLException {
        String name = partition.name();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set " + PATIENCE);
            try {
                // The session's and no transaction's: taking off concurrently does not allow one.
                statement.execute("select pg_advisory_lock(" + LOCK + ")");
                if (attached(partition.tier).contains(name)) {
                    statement.execute(
                            "alter table %s detach partition %s %s"
                                    .formatted(
                                            partition.tier.table(),
                                            name,
                                            isPending(name) ? "finalize" : "concurrently"));
                }
                return statement.execute("drop table if exists " + name);
            } finally {
                statement.execute("select pg_advisory_unlock_all()");
                statement.execute("reset lock_timeout");
            }
        }
    }

    /** Whether taking off was cut off in the middle. */
    private boolean isPending(String name) {
        return jdbc.sql(
                        """
                        select exists (select from pg_inherits
                            where inhrelid = to_regclass(?) and inhdetachpending)
                        """)
                .param(name)
                .query(Boolean.class)
                .single();
    }

    private List<String> attached(Tier tier) {
        return jdbc.sql(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = ?::regclass")
                .param(tier.table())
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /** Also those that were taken off and not dropped. */
    private List<Partition> all(Tier tier) {
        return jdbc.sql(
                        "select relname from pg_class where relkind = 'r' and relname ~ ? order by 1")
                .param("^" + tier.table() + "_[0-9]{8}_[0-9]{2}$")
                .query((row, _) -> new Partition(tier, tier.partitionStart(row.getString(1))))
                .list();
    }
}
