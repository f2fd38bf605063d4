package io.perfwatch.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TopicSettingsTest {
    private final TopicProperties properties =
            new TopicProperties(
                    6, 3, Duration.ofHours(2), DataSize.ofMegabytes(64), Duration.ofDays(1));
    private final List<NewTopic> topics = new TopicSettings(properties).all();

    @Test
    void everyTopicHasADeadLetterTopicOfOnePartition() {
        assertThat(topics)
                .extracting(NewTopic::name)
                .contains("perfwatch.system.v1", "perfwatch.system.v1-dlt");
        assertThat(topic("perfwatch.system.v1").numPartitions()).isEqualTo(6);
        assertThat(topic("perfwatch.system.v1-dlt").numPartitions()).isEqualTo(1);
    }

    @Test
    void samplesAreBoundedByTimeAndBytes() {
        assertThat(settings("perfwatch.system.v1"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "7200000")
                .containsEntry("retention.bytes", "67108864")
                .containsEntry("segment.bytes", "8388608")
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("compression.type", "zstd")
                .containsEntry("min.insync.replicas", "2");
    }

    @Test
    void hostsKeepTheNewestOfEachKey() {
        assertThat(settings("perfwatch.hosts.v1"))
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
        assertThat(settings("perfwatch.hosts.v1-dlt"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "86400000");
    }

    private Map<String, String> settings(String name) {
        return topic(name).configs();
    }

    private NewTopic topic(String name) {
        return topics.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }
}
