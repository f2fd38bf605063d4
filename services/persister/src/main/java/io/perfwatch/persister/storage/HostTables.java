package io.perfwatch.persister.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** What is known of hosts, and how far partitions are stored. */
final class HostTables {
    private final JdbcOperations jdbc;

    HostTables(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A row only when something changed. */
    boolean addDocument(int host, HostDocument document) {
        return jdbc.update(
                        """
                        insert into host_inventory (host_id, probe, since, document)
                        select v.host, v.probe, v.since, v.document
                        from (values (?::integer, ?, ?::timestamptz, ?::jsonb)) as v (host, probe, since, document)
                        where v.document is distinct from (
                            select document from host_inventory i
                            where i.host_id = v.host and i.probe = v.probe and i.since <= v.since
                            order by i.since desc limit 1)
                        on conflict do nothing
                        """,
                        host,
                        document.probe(),
                        timestamp(document.since()),
                        document.json())
                > 0;
    }

    /** A host as the broker last heard of it; an older event changes nothing. */
    record State(int host, String topic, int partition, Minute.Newest newest) {}

    void update(List<State> states) {
        List<State> sorted =
                states.stream()
                        .sorted(
                                Comparator.comparingInt(State::host)
                                        .thenComparing(State::topic)
                                        .thenComparing(s -> s.newest().append()))
                        .toList();
        jdbc.batchUpdate(
                """
                insert into host_state as s
                    (host_id, topic, append_time, sample_time, run, sequence, partition)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (host_id, topic) do update
                set append_time = excluded.append_time, sample_time = excluded.sample_time,
                    run = excluded.run, sequence = excluded.sequence,
                    partition = excluded.partition
                where s.append_time < excluded.append_time
                """,
                sorted,
                200,
                HostTables::set);
    }

    private static void set(PreparedStatement statement, State state) throws SQLException {
        statement.setInt(1, state.host);
        statement.setString(2, state.topic);
        statement.setTimestamp(3, timestamp(state.newest.append()));
        statement.setTimestamp(4, timestamp(state.newest.time()));
        statement.setObject(5, state.newest.run());
        statement.setLong(6, state.newest.sequence());
        statement.setInt(7, state.partition);
    }

    void mark(List<Watermark> watermarks) {
        jdbc.batchUpdate(
                """
                insert into watermark as w (topic, partition, next_offset, append_time)
                values (?, ?, ?, ?)
                on conflict (topic, partition) do update
                set next_offset = greatest(w.next_offset, excluded.next_offset),
                    append_time = greatest(w.append_time, excluded.append_time)
                """,
                watermarks.stream()
                        .sorted(
                                Comparator.comparing(Watermark::topic)
                                        .thenComparingInt(Watermark::partition))
                        .toList(),
                200,
                (statement, w) -> {
                    statement.setString(1, w.topic());
                    statement.setInt(2, w.partition());
                    statement.setLong(3, w.nextOffset());
                    statement.setTimestamp(4, timestamp(w.append()));
                });
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }
}
