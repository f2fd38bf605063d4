package io.perfwatch.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.bench.servers.Waiting;
import io.perfwatch.metric.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Kafka and nothing behind it: how soon an event can be had at all. */
final class BareConsumer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> kafka;
    private final Consumer<String> texts;
    private final Thread thread;
    private volatile boolean ended;

    /** Of what comes from now on. */
    BareConsumer(String servers, Consumer<String> texts) throws IOException, InterruptedException {
        this.texts = texts;
        kafka =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        Waiting.until("the topic is there", PATIENCE, () -> !partitions().isEmpty());
        List<TopicPartition> partitions = partitions();
        kafka.assign(partitions);
        kafka.seekToEnd(partitions);
        partitions.forEach(kafka::position);
        thread = Thread.ofPlatform().name("bare-consumer").start(this::run);
    }

    private List<TopicPartition> partitions() {
        return Objects.requireNonNullElse(
                        kafka.partitionsFor(Topic.SYSTEM.topicName()), List.<PartitionInfo>of())
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void run() {
        while (!ended) {
            kafka.poll(Duration.ofMillis(200))
                    .forEach(event -> texts.accept(new String(event.value(), UTF_8)));
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kafka.close();
    }
}
