package io.perfwatch.persister.storage;

import io.perfwatch.persister.table.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** What is known of hosts, and how far partitions are stored. */
final class HostTables {
    /** Of a probe: it tells of a boot, a disk, a release, and a hundred of those are years. */
    private static final int MOST_DOCUMENTS = 100;

    /** What the probe of a host says. */
    record Description(int host, HostDocument document) {}

    /** Whose description is new. */
    record Probe(int host, String name) {
        static Probe of(Description description) {
            return new Probe(description.host, description.document.probe());
        }

        static Probe of(ResultSet row) throws SQLException {
            return new Probe(row.getInt(1), row.getString(2));
        }
    }

    private final JdbcOperations jdbc;

    HostTables(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The statement for {@link #setStates}; an older event changes nothing. */
    static String addingStates(String condition) {
        return """
        insert into host_state as s
            (host_id, topic, partition, append_time, sample_time, run, sequence)
        select host, topic, partition,
            to_timestamp(append / 1000.0), to_timestamp(sample / 1000.0), run, sequence
        from unnest(?::integer[], ?::text[], ?::integer[],
                ?::bigint[], ?::bigint[], ?::uuid[], ?::bigint[])
            as v (host, topic, partition, append, sample, run, sequence)
        where %s
        on conflict (host_id, topic) do update
        set append_time = excluded.append_time, sample_time = excluded.sample_time,
            run = excluded.run, sequence = excluded.sequence,
            partition = excluded.partition
        where s.append_time < excluded.append_time
        """
                .formatted(condition);
    }

    /** No host and topic twice. */
    static void setStates(Columns columns, List<HostState> states) throws SQLException {
        columns.column("integer", states, HostState::host)
                .texts(states, HostState::topic)
                .column("integer", states, HostState::partition)
                .column("bigint", states, s -> s.newest().append().toEpochMilli())
                .column("bigint", states, s -> s.newest().time().toEpochMilli())
                .column("uuid", states, s -> s.newest().run())
                .column("bigint", states, s -> s.newest().sequence());
    }

    void putStates(List<HostState> states) {
        jdbc.update(Columns.of(addingStates("true"), columns -> setStates(columns, states)));
    }

    /** The statement for {@link #setWatermarks}. */
    static String addingWatermarks(String condition) {
        return """
        insert into watermark as w (topic, partition, next_offset, append_time)
        select topic, partition, next, to_timestamp(append / 1000.0)
        from unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[])
            as v (topic, partition, next, append)
        where %s
        on conflict (topic, partition) do update
        set next_offset = greatest(w.next_offset, excluded.next_offset),
            append_time = greatest(w.append_time, excluded.append_time)
        """
                .formatted(condition);
    }

    static void setWatermarks(Columns columns, List<Watermark> unordered) throws SQLException {
        List<Watermark> marks = unordered.stream().sorted(Watermark.ORDER).toList();
        columns.texts(marks, Watermark::topic)
                .column("integer", marks, Watermark::partition)
                .column("bigint", marks, Watermark::nextOffset)
                .column("bigint", marks, w -> w.append().toEpochMilli());
    }

    void putWatermarks(List<Watermark> marks) {
        jdbc.update(Columns.of(addingWatermarks("true"), columns -> setWatermarks(columns, marks)));
    }

    /**
     * The statement for {@link #setDescriptions}: a row only where something changed.
     *
     * @return with the columns of a {@link Probe}
     */
    static String addingDescriptions(String condition) {
        return """
        insert into host_inventory (host_id, probe, since, document)
        select host, probe, since, document::jsonb
        from unnest(?::integer[], ?::text[], ?::timestamptz[], ?::text[])
            as v (host, probe, since, document)
        where %s and v.document::jsonb is distinct from (
            select document from host_inventory i
            where i.host_id = v.host and i.probe = v.probe and i.since <= v.since
            order by i.since desc limit 1)
        on conflict do nothing
        returning host_id, probe
        """
                .formatted(condition);
    }

    /** No probe twice: what the first says would not be there yet for the second. */
    static void setDescriptions(Columns columns, List<Description> descriptions)
            throws SQLException {
        columns.column("integer", descriptions, Description::host)
                .texts(descriptions, d -> d.document.probe())
                .texts(descriptions, d -> d.document.since().toString())
                .texts(descriptions, d -> String.valueOf(d.document.json()));
    }

    /**
     * Within a transaction.
     *
     * @return whether it says something new
     */
    boolean add(Description description) {
        List<Probe> news =
                jdbc.query(
                        Columns.of(
                                addingDescriptions("true"),
                                columns -> setDescriptions(columns, List.of(description))),
                        (row, _) -> Probe.of(row));
        news.forEach(this::trim);
        return !news.isEmpty();
    }

    /** The oldest goes when there are too many of the probe. */
    void trim(Probe probe) {
        jdbc.update(
                """
                delete from host_inventory where host_id = ? and probe = ? and since <= (
                    select since from host_inventory where host_id = ? and probe = ?
                    order by since desc offset ? limit 1)
                """,
                probe.host,
                probe.name,
                probe.host,
                probe.name,
                MOST_DOCUMENTS);
    }
}
