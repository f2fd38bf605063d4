package io.perfwatch.persister.storage;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** What is known of hosts, and how far partitions are stored. */
final class HostTables {
    /** Seven parameters; an older event changes nothing. */
    static final String STATE =
            """
            insert into host_state as s
                (host_id, topic, partition, append_time, sample_time, run, sequence)
            select host, topic, partition,
                to_timestamp(append / 1000.0), to_timestamp(sample / 1000.0), run, sequence
            from unnest(?::integer[], ?::text[], ?::integer[],
                    ?::bigint[], ?::bigint[], ?::uuid[], ?::bigint[])
                as v (host, topic, partition, append, sample, run, sequence)
            on conflict (host_id, topic) do update
            set append_time = excluded.append_time, sample_time = excluded.sample_time,
                run = excluded.run, sequence = excluded.sequence,
                partition = excluded.partition
            where s.append_time < excluded.append_time
            """;

    /** Four parameters. */
    static final String MARKS =
            """
            insert into watermark as w (topic, partition, next_offset, append_time)
            select topic, partition, next, to_timestamp(append / 1000.0)
            from unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[])
                as v (topic, partition, next, append)
            on conflict (topic, partition) do update
            set next_offset = greatest(w.next_offset, excluded.next_offset),
                append_time = greatest(w.append_time, excluded.append_time)
            """;

    /** A probe tells of a boot, a disk, a release: a hundred of those are years. */
    private static final int MOST_DOCUMENTS = 100;

    private final JdbcOperations jdbc;

    HostTables(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A row only when something changed; the oldest goes when there are too many of the probe. */
    boolean addDocument(int host, HostDocument document) {
        boolean isNew = insert(host, document);
        if (isNew) {
            jdbc.update(
                    """
                    delete from host_inventory where host_id = ? and probe = ? and since <= (
                        select since from host_inventory where host_id = ? and probe = ?
                        order by since desc offset ? limit 1)
                    """,
                    host,
                    document.probe(),
                    host,
                    document.probe(),
                    MOST_DOCUMENTS);
        }
        return isNew;
    }

    private boolean insert(int host, HostDocument document) {
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
                        Timestamp.from(document.since()),
                        document.json())
                > 0;
    }

    /** For {@link #STATE}; no host and topic twice. */
    static Rows setStates(Rows parameters, List<HostState> states) throws SQLException {
        return parameters
                .column("integer", states, HostState::host)
                .column("text", states, HostState::topic)
                .column("integer", states, HostState::partition)
                .column("bigint", states, s -> s.newest().append().toEpochMilli())
                .column("bigint", states, s -> s.newest().time().toEpochMilli())
                .column("uuid", states, s -> s.newest().run())
                .column("bigint", states, s -> s.newest().sequence());
    }

    /** For {@link #MARKS}. */
    static Rows setMarks(Rows parameters, List<Watermark> marks) throws SQLException {
        return parameters
                .column("text", marks, Watermark::topic)
                .column("integer", marks, Watermark::partition)
                .column("bigint", marks, Watermark::nextOffset)
                .column("bigint", marks, w -> w.append().toEpochMilli());
    }
}
