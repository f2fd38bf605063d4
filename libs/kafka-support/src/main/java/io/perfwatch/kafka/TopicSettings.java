package io.perfwatch.kafka;

import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** What each topic looks like on the broker. */
final class TopicSettings {
    private static final long LARGEST_SEGMENT = 128L << 20;
    private static final long SMALLEST_SEGMENT = 1L << 20;

    private final TopicProperties properties;

    TopicSettings(TopicProperties properties) {
        this.properties = properties;
    }

    List<NewTopic> all() {
        return Arrays.stream(Topic.values())
                .flatMap(t -> Stream.of(topic(t), deadLetters(t)))
                .toList();
    }

    private NewTopic topic(Topic topic) {
        return of(
                topic.topicName(),
                properties.partitions(),
                switch (topic.cleanup()) {
                    case DELETE -> deleted(properties.retention());
                    case COMPACT -> compacted();
                });
    }

    private NewTopic deadLetters(Topic topic) {
        return of(topic.deadLetterTopicName(), 1, deleted(properties.deadLetterRetention()));
    }

    private NewTopic of(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, partitions, (short) properties.replication()).configs(settings);
    }

    private Map<String, String> deleted(Duration retention) {
        long bytes = properties.partitionBytes().toBytes();
        Map<String, String> settings = common();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        settings.put(TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(bytes));
        // Only whole segments go, so the bound is exceeded by at most an eighth.
        settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, Long.toString(segment(bytes)));
        return settings;
    }

    private static long segment(long bytes) {
        return Math.clamp(bytes / 8, SMALLEST_SEGMENT, LARGEST_SEGMENT);
    }

    private Map<String, String> compacted() {
        Map<String, String> settings = common();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        // The open segment is never compacted; without this it stays open for a week.
        settings.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Duration.ofHours(1).toMillis()));
        return settings;
    }

    /** The broker's clock is the one that verdicts on event time are given by. */
    private Map<String, String> common() {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        settings.put(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, properties.replication() < 3 ? "1" : "2");
        return settings;
    }
}
