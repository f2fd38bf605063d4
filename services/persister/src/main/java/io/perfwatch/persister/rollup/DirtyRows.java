package io.perfwatch.persister.rollup;

import io.perfwatch.persister.table.Tier;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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

    /** Within the transaction of the change. */
    public void mark(Collection<Mark> marks) {
        List<Mark> sorted = marks.stream().distinct().sorted(Mark.ORDER).toList();
        if (sorted.isEmpty()) {
            return;
        }
        jdbc.update(c ->
                statement(
                        c,
                        """
                        insert into dirty as d (tier, start, host_id, family)
                        select tier, to_timestamp(second), host_id, family
                        from %s) as k (tier, second, host_id, family)
                        on conflict (tier, start, host_id, family) do update set version = d.version + 1
                        """
                                .formatted(MARKS),
                        sorted));
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

    /** Within the transaction that wrote the rows. */
    void unmark(List<Version> written) {
        List<Mark> marks = written.stream().map(Version::mark).toList();
        jdbc.update(c -> {
            PreparedStatement statement =
                    statement(
                            c,
                            """
                            delete from dirty d
                            using %s, ?::integer[]) as k (tier, second, host_id, family, version)
                            where d.tier = k.tier and d.start = to_timestamp(k.second)
                                and d.host_id = k.host_id and d.family = k.family
                                and d.version = k.version
                            """
                                    .formatted(MARKS),
                            marks);
            statement.setArray(5, array(c, "integer", written, Version::version));
            return statement;
        });
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

    private static PreparedStatement statement(Connection c, String sql, List<Mark> marks)
            throws SQLException {
        PreparedStatement statement = c.prepareStatement(sql);
        statement.setArray(1, array(c, "text", marks, m -> m.tier().tierName()));
        statement.setArray(2, array(c, "bigint", marks, m -> m.start().getEpochSecond()));
        statement.setArray(3, array(c, "integer", marks, Mark::host));
        statement.setArray(4, array(c, "smallint", marks, m -> (short) m.family()));
        return statement;
    }

    private static <T> Array array(
            Connection c, String type, List<T> items, Function<T, Object> value)
            throws SQLException {
        return c.createArrayOf(type, items.stream().map(value).toArray());
    }
}
