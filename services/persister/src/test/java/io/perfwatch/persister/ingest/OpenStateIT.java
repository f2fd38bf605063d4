package io.perfwatch.persister.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is known of partitions from which nothing was read yet. */
@ExtendWith(Infrastructure.class)
class OpenStateIT {
    private static final Instant ASSIGNED = Instant.parse("2026-03-01T12:00:00Z");
    private static final TopicPartition FULL = new TopicPartition(Topic.SYSTEM.topicName(), 0);
    private static final TopicPartition EMPTY = new TopicPartition(Topic.COUNTERS.topicName(), 0);

    private final Broker broker;

    OpenStateIT(Broker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void fill() throws Exception {
        broker.clear();
        try (Admin admin = broker.admin();
                var producer =
                        new KafkaProducer<>(
                                Map.of("bootstrap.servers", broker.bootstrapServers()),
                                new ByteArraySerializer(),
                                new ByteArraySerializer())) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(FULL.topic(), 1, (short) 1),
                                    new NewTopic(EMPTY.topic(), 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(FULL.topic(), "an event".getBytes(UTF_8))).get();
        }
    }

    @Test
    void whatNobodyHasReadYetIsNotStored() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(FULL, EMPTY));
            consumer.seekToBeginning(List.of(FULL, EMPTY));
            assertThat(oldest(consumer))
                    .isEqualTo(Map.of(Topic.SYSTEM, ASSIGNED, Topic.COUNTERS, ASSIGNED));

            consumer.pause(List.of(FULL));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100));
                return oldest(consumer).equals(Map.of(Topic.SYSTEM, ASSIGNED));
            });
        }
    }

    private static Map<Topic, Instant> oldest(KafkaConsumer<byte[], byte[]> consumer) {
        return OpenState.of(Map.of(), consumer, Map.of(FULL, ASSIGNED, EMPTY, ASSIGNED)).oldest();
    }
}
