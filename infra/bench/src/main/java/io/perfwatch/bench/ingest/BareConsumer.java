package io.perfwatch.bench.ingest;

import io.perfwatch.bench.servers.BrokerServer;
import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The same topic, read by one thread that does nothing with it: as fast as reading can be. */
final class BareConsumer {
    private static final Duration POLL = Duration.ofSeconds(1);

    private BareConsumer() {}

    /**
     * @return events a second
     */
    static double eventsPerSecond(BrokerServer broker) {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker.bootstrapServers(),
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                2000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topic.SYSTEM.topicName()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long all = consumer.endOffsets(partitions).values().stream().mapToLong(o -> o).sum();
            long start = System.nanoTime();
            long read = 0;
            long bytes = 0;
            while (read < all) {
                for (ConsumerRecord<byte[], byte[]> next : consumer.poll(POLL)) {
                    read++;
                    bytes += next.value().length;
                }
            }
            if (bytes == 0) {
                throw new IllegalStateException("nothing was there to read");
            }
            return read / ((System.nanoTime() - start) / 1e9);
        }
    }
}
