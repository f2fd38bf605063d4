package io.perfwatch.persister;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** Reads the dead-letter topic of the sampler's events. */
final class Letters {
    private Letters() {}

    /** Waits until there are that many. */
    static List<ConsumerRecord<byte[], byte[]>> await(Broker broker, int expected) {
        TopicPartition partition = new TopicPartition(Topic.SYSTEM.deadLetterTopicName(), 0);
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
                        return letters.size() == expected;
                    });
        }
        return letters;
    }
}
