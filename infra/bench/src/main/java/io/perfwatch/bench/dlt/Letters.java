package io.perfwatch.bench.dlt;

import io.perfwatch.metric.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Reads the dead-letter topics of a broker. */
final class Letters {
    /** Its offsets say which letters were sent again. */
    private static final String GROUP = "perfwatch-dlt-redrive";

    private static final Duration POLL = Duration.ofMillis(200);

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "the broker (default: ${DEFAULT-VALUE})")
    private String kafka = "127.0.0.1:8421";

    @Option(
            names = "--client",
            paramLabel = "FILE",
            description = "properties of the Kafka client, as for TLS and logins")
    private @Nullable Path client;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "only of that topic, as in perfwatch.system.v1 (default: of all)")
    private @Nullable String topic;

    /** What the broker is asked with. */
    Map<String, Object> settings() throws IOException {
        Map<String, Object> settings = new HashMap<>();
        if (client != null) {
            Properties file = new Properties();
            try (InputStream in = Files.newInputStream(client)) {
                file.load(in);
            }
            file.stringPropertyNames().forEach(n -> settings.put(n, file.getProperty(n)));
        }
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        return settings;
    }

    private KafkaConsumer<byte[], byte[]> consumer() throws IOException {
        Map<String, Object> settings = settings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Every letter that is there now. */
    void all(Consumer<Letter> each) throws IOException {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = assign(consumer);
            consumer.seekToBeginning(partitions);
            read(consumer, each);
        }
    }

    /** Every letter that no earlier call has finished; {@code done} is run before that is noted. */
    void unfinished(Consumer<Letter> each, Runnable done) throws IOException {
        try (var consumer = consumer()) {
            assign(consumer);
            Map<TopicPartition, OffsetAndMetadata> end = read(consumer, each);
            done.run();
            consumer.commitSync(end);
        }
    }

    private List<TopicPartition> assign(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions =
                Arrays.stream(Topic.values())
                        .filter(t -> topic == null || topic.equals(t.topicName()))
                        .flatMap(t -> consumer.partitionsFor(t.deadLetterTopicName()).stream())
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        return partitions;
    }

    /** Up to what is the end now, so that what is dead again meanwhile is not read once more. */
    private static Map<TopicPartition, OffsetAndMetadata> read(
            KafkaConsumer<byte[], byte[]> consumer, Consumer<Letter> each) {
        Map<TopicPartition, Long> end = consumer.endOffsets(consumer.assignment());
        while (end.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            consumer.poll(POLL)
                    .forEach(dead -> {
                        TopicPartition partition =
                                new TopicPartition(dead.topic(), dead.partition());
                        if (dead.offset() < end.getOrDefault(partition, 0L)) {
                            each.accept(new Letter(dead));
                        }
                    });
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        end.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        return offsets;
    }
}
