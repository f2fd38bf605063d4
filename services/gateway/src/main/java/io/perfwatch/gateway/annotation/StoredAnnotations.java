package io.perfwatch.gateway.annotation;

import io.perfwatch.gateway.web.TimeRange;
import io.perfwatch.metric.Annotation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the persister has written; only ever read. */
@Repository
class StoredAnnotations {
    private final JdbcClient jdbc;

    StoredAnnotations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of too many the newest. */
    List<Annotation> find(List<String> hosts, TimeRange range, int limit) {
        return jdbc.sql(
                        """
                        select id, time, until, text, tags, hosts
                        from annotation
                        where time < :to and coalesce(until, time) >= :from
                          and (cardinality(hosts) = 0 or cardinality(cast(:hosts as text[])) = 0
                               or hosts && cast(:hosts as text[]))
                        order by time desc
                        limit :limit
                        """)
                .param("from", range.from().atOffset(ZoneOffset.UTC))
                .param("to", range.to().atOffset(ZoneOffset.UTC))
                .param("hosts", hosts.toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> annotation(row))
                .list();
    }

    private static Annotation annotation(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new Annotation(
                row.getString("id"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("text"),
                texts(row, "tags"),
                texts(row, "hosts"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
