package io.perfwatch.persister.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.kafka.TopicDeclaration;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.metric.RetentionSetting;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.retention.Retention;
import io.perfwatch.persister.topic.TopicFollower;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Settings as their newest records say. */
@Component
class SettingsReader extends TopicFollower {
    private static final Logger log = LoggerFactory.getLogger(SettingsReader.class);

    private final Retention retention;

    SettingsReader(
            ConsumerFactory<byte[], byte[]> consumers,
            TopicDeclaration topics,
            Retention retention) {
        super(consumers, topics, Topic.SETTINGS);
        this.retention = retention;
    }

    @Override
    protected void accept(ConsumerRecord<byte[], byte[]> setting) {
        if (setting.key() == null
                || !new String(setting.key(), UTF_8).equals(RetentionSetting.KEY)) {
            return;
        }
        if (setting.value() == null) {
            retention.reset();
        } else {
            obey(setting.value());
        }
        log.info("retention: {}", retention.current());
    }

    private void obey(byte[] json) {
        try {
            RetentionSetting setting = EventJson.readRetention(json);
            retention.set(
                    new Retention.Durations(
                            Duration.ofSeconds(setting.rawSeconds()),
                            Duration.ofSeconds(setting.minuteSeconds()),
                            Duration.ofSeconds(setting.hourSeconds())));
        } catch (MalformedEventException e) {
            log.warn("a retention that is none: {}", e.getMessage());
        }
    }

    @Override
    protected void caughtUp() {
        retention.allRead();
    }
}
