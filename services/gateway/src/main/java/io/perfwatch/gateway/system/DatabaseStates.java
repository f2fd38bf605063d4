package io.perfwatch.gateway.system;

import io.perfwatch.gateway.system.SystemState.Database;
import io.perfwatch.gateway.system.SystemState.TierState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;

/** How large the database is, and how far it is; asked every two seconds at most. */
@Repository
class DatabaseStates {
    private static final Logger log = LoggerFactory.getLogger(DatabaseStates.class);
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** How far a partition is stored. */
    record Watermark(long nextOffset, Instant append) {}

    /**
     * What the database said.
     *
     * @param database null: nothing
     */
    record Answer(@Nullable Database database, Map<TopicPartition, Watermark> watermarks) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private Answer last = new Answer(null, Map.of());

    DatabaseStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    synchronized Answer now() {
        Instant now = clock.instant();
        if (askedAt.isBefore(now.minus(FRESH))) {
            askedAt = now;
            last = ask();
        }
        return last;
    }

    private Answer ask() {
        try {
            return new Answer(database(), watermarks());
        } catch (DataAccessException | TransactionException e) {
            log.warn("nothing is known of the database: {}", e.getMessage());
            return new Answer(null, Map.of());
        }
    }

    private Database database() {
        return jdbc.sql(
                        """
                        select current_setting('server_version') as version,
                               pg_database_size(current_database()) as size
                        """)
                .query((row, _) ->
                        new Database(row.getString("version"), row.getLong("size"), tiers()))
                .single();
    }

    private List<TierState> tiers() {
        return jdbc.sql(
                        """
                        select tier.name, count(part.oid) as partitions,
                               coalesce(sum(pg_total_relation_size(part.oid)), 0)::bigint as size,
                               min(substring(pg_get_expr(part.relpartbound, part.oid)
                                   from 'FROM \\(''([^'']+)''')::timestamptz) as oldest
                        from unnest(array['raw', 'minute', 'hour']) with ordinality as tier (name, place)
                        left join pg_inherits on inhparent = to_regclass('pack_' || tier.name)
                        left join pg_class part on part.oid = inhrelid
                        group by tier.name, tier.place
                        order by tier.place
                        """)
                .query((row, _) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new TierState(
                            row.getString("name"),
                            row.getLong("size"),
                            row.getLong("partitions"),
                            oldest == null ? null : oldest.toInstant());
                })
                .list();
    }

    private Map<TopicPartition, Watermark> watermarks() {
        Map<TopicPartition, Watermark> marks = new HashMap<>();
        jdbc.sql("select topic, partition, next_offset, append_time from watermark")
                .query(
                        (RowCallbackHandler)
                                row ->
                                        marks.put(
                                                new TopicPartition(
                                                        row.getString("topic"),
                                                        row.getInt("partition")),
                                                new Watermark(
                                                        row.getLong("next_offset"),
                                                        row.getObject(
                                                                        "append_time",
                                                                        OffsetDateTime.class)
                                                                .toInstant())));
        return marks;
    }
}
