package io.perfwatch.gateway.history;

import io.perfwatch.gateway.web.TimeRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events that were taken and did not arrive, as the persister counted them. */
@Repository
class Losses {
    private final JdbcClient jdbc;

    Losses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if all of a host and a topic arrived, in all hours that the range touches. */
    boolean arePossible(String host, String topic, TimeRange range) {
        return jdbc.sql(
                        """
                        select not exists (
                            select from perfwatch_completeness(?, ?::timestamptz, ?::timestamptz)
                            where topic = ? and missing = 0)
                        """)
                .params(host, range.from().toString(), range.to().toString(), topic)
                .query(Boolean.class)
                .single();
    }
}
