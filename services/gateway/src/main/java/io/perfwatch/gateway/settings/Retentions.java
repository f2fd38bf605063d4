package io.perfwatch.gateway.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.gateway.feed.Publisher;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.RetentionSetting;
import io.perfwatch.metric.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The retention that holds, in the database, and the one that is to hold, on its topic. */
@Repository
class Retentions {
    private final JdbcClient jdbc;
    private final Publisher publisher;

    Retentions(JdbcClient jdbc, Publisher publisher) {
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    RetentionSetting current() {
        Map<String, Long> seconds = new HashMap<>();
        jdbc.sql("select name, extract(epoch from retention)::bigint as seconds from tier")
                .query(row -> {
                    seconds.put(row.getString("name"), row.getLong("seconds"));
                });
        return new RetentionSetting(
                seconds.getOrDefault("raw", 0L),
                seconds.getOrDefault("minute", 0L),
                seconds.getOrDefault("hour", 0L));
    }

    void set(RetentionSetting setting) {
        publisher.publish(
                new ProducerRecord<>(
                        Topic.SETTINGS.topicName(),
                        RetentionSetting.KEY.getBytes(UTF_8),
                        EventJson.write(setting)));
    }
}
