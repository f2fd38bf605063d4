package io.perfwatch.gateway.history;

import io.perfwatch.pack.Pack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the persister has written; only ever read. */
@Repository
class StoredPacks {
    private static final int ROWS_AT_ONCE = 200;

    private final JdbcClient jdbc;

    StoredPacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each host and family in order; in a transaction, so that rows come as they are read. */
    @Transactional(readOnly = true)
    void read(Question question, Consumer<PackRow> sink) {
        jdbc.sql(
                        """
                        select host.name as host, family.topic, family.name as family, pack.start, pack.payload
                        from pack_raw pack
                        join host on host.id = pack.host_id
                        join family on family.id = pack.family
                        where host.name = any(:hosts) and family.name = any(:families)
                          and pack.start > :from - interval '1 minute' and pack.start < :to
                        order by pack.host_id, pack.family, pack.start
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("hosts", question.hosts().toArray(String[]::new))
                .param("families", question.families().toArray(String[]::new))
                .param("from", question.from().atOffset(ZoneOffset.UTC))
                .param("to", question.to().atOffset(ZoneOffset.UTC))
                .query((RowCallbackHandler) row -> sink.accept(row(row)));
    }

    private static PackRow row(ResultSet row) throws SQLException {
        return new PackRow(
                row.getString("host"),
                row.getString("topic"),
                row.getString("family"),
                row.getObject("start", OffsetDateTime.class).toInstant().toEpochMilli(),
                Pack.fromJson(row.getString("payload")));
    }

    /** Of each topic and partition the append time up to which everything is stored. */
    Map<String, Long> watermarks() {
        Map<String, Long> marks = new HashMap<>();
        jdbc.sql("select topic, partition, append_time from watermark")
                .query(row -> {
                    marks.put(
                            row.getString("topic") + "-" + row.getInt("partition"),
                            row.getObject("append_time", OffsetDateTime.class)
                                    .toInstant()
                                    .toEpochMilli());
                });
        return marks;
    }
}
