package io.perfwatch.gateway.history;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each partition is stored. */
@Repository
class Watermarks {
    private final JdbcClient jdbc;

    Watermarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every record before that offset is in the database. */
    Map<TopicPartition, Long> nextOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        jdbc.sql("select topic, partition, next_offset from watermark")
                .query(
                        (RowCallbackHandler)
                                row ->
                                        offsets.put(
                                                new TopicPartition(
                                                        row.getString("topic"),
                                                        row.getInt("partition")),
                                                row.getLong("next_offset")));
        return offsets;
    }
}
