package io.perfwatch.perfcounter;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** All that is on the probe's topics. */
final class TopicLog implements AutoCloseable {
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;

    TopicLog(Broker broker) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                                ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.COUNTERS.topicName(), Topic.HOSTS.topicName()));
    }

    /** At least so many of a topic, in order. */
    List<ConsumerRecord<String, byte[]>> await(Topic topic, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> {
                    consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                    return of(topic).size() >= count;
                });
        return of(topic);
    }

    private List<ConsumerRecord<String, byte[]>> of(Topic topic) {
        return records.stream().filter(r -> r.topic().equals(topic.topicName())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
