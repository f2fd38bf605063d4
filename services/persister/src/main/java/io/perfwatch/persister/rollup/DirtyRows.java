package io.perfwatch.persister.rollup;

import io.perfwatch.persister.table.Columns;
import io.perfwatch.persister.table.Tier;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The rows that are to be written anew. They are marked in the transaction that changes what they
 * are made of, and unmarked in the one that writes them, unless they were marked again meanwhile.
 */
@Component
public class DirtyRows {
    private static final String MARKS =
            "unnest(?::text[], ?::bigint[], ?::integer[], ?::smallint[]";

    /** A mark, and how often it was made. */
    record Version(Mark mark, int version) {}

    private final JdbcTemplate jdbc;

    DirtyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The statement for {@link #set}. */
    public static String marking(String condition) {
        return """
        insert into dirty as d (tier, start, host_id, family)
        select tier, to_timestamp(second), host_id, family
        from %s) as k (tier, second, host_id, family)
        where %s
        on conflict (tier, start, host_id, family) do update set version = d.version + 1
        """
                .formatted(MARKS, condition);
    }

    /** The same row may be marked several times. */
    public static void set(Columns columns, Collection<Mark> marks) throws SQLException {
        setAll(columns, marks.stream().distinct().sorted(Mark.ORDER).toList());
    }

    /** Within the transaction of the change. */
    public void mark(Collection<Mark> marks) {
        if (!marks.isEmpty()) {
            jdbc.update(Columns.of(marking("true"), columns -> set(columns, marks)));
        }
    }

    /**
     * Rows that are over since {@code until}, at most that many, oldest first; without those that
     * were set aside within the hour.
     */
    List<Version> closed(Tier tier, Instant until, int limit) {
        Instant start = until.minus(tier.rowLength());
        return jdbc.query(
                """
                select extract(epoch from start)::bigint, host_id, family, version from dirty
                where tier = ? and start <= to_timestamp(?)
                    and (set_aside is null or set_aside < now() - interval '1 hour')
                order by start, host_id, family limit ?
                """,
                (row, _) ->
                        new Version(
                                new Mark(
                                        tier,
                                        Instant.ofEpochSecond(row.getLong(1)),
                                        row.getInt(2),
                                        row.getInt(3)),
                                row.getInt(4)),
                tier.tierName(),
                start.getEpochSecond(),
                limit);
    }

    /**
     * Those that are marked as they were when they were read. Another persister may have written
     * one since; a mark that is made after that begins at the first version again.
     */
    List<Version> unchanged(List<Version> read) {
        String sql =
                """
                select k.number from %s, ?::integer[], ?::integer[])
                    as k (tier, second, host_id, family, version, number)
                join dirty d on d.tier = k.tier and d.start = to_timestamp(k.second)
                    and d.host_id = k.host_id and d.family = k.family and d.version = k.version
                order by k.number
                """
                        .formatted(MARKS);
        List<Integer> numbers = IntStream.range(0, read.size()).boxed().toList();
        return jdbc.query(
                Columns.of(
                        sql,
                        columns ->
                                setAll(columns, read.stream().map(Version::mark).toList())
                                        .column("integer", read, Version::version)
                                        .column("integer", numbers, n -> n)),
                (row, _) -> read.get(row.getInt(1)));
    }

    /** Within the transaction that wrote the rows. */
    void unmark(List<Version> written) {
        List<Mark> marks = written.stream().map(Version::mark).toList();
        String sql =
                """
                delete from dirty d
                using %s, ?::integer[]) as k (tier, second, host_id, family, version)
                where d.tier = k.tier and d.start = to_timestamp(k.second)
                    and d.host_id = k.host_id and d.family = k.family and d.version = k.version
                """
                        .formatted(MARKS);
        jdbc.update(
                Columns.of(
                        sql,
                        columns ->
                                setAll(columns, marks)
                                        .column("integer", written, Version::version)));
    }

    /** One that cannot be written: tried again in an hour, and nothing waits for it meanwhile. */
    void setAside(Mark mark) {
        jdbc.update(
                """
                update dirty set set_aside = now()
                where tier = ? and start = to_timestamp(?) and host_id = ? and family = ?
                """,
                mark.tier().tierName(),
                mark.start().getEpochSecond(),
                mark.host(),
                mark.family());
    }

    private static Columns setAll(Columns columns, List<Mark> marks) throws SQLException {
        return columns.texts(marks, m -> m.tier().tierName())
                .column("bigint", marks, m -> m.start().getEpochSecond())
                .column("integer", marks, Mark::host)
                .column("smallint", marks, m -> (short) m.family());
    }
}
