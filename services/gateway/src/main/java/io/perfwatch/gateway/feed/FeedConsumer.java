package io.perfwatch.gateway.feed;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.metric.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads every partition of every event topic for this replica alone: no group, no commits. A broker
 * that is away is waited for, and topics that do not exist yet.
 */
@Component
final class FeedConsumer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FeedConsumer.class);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Somebody waits for the first chart. */
    private static final Duration LOOK_FOR_TOPICS = Duration.ofMillis(200);

    private final Feed feed;
    private final Map<String, Object> settings;
    private final Duration window;
    private final Clock clock;
    private volatile boolean running;
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> current;

    FeedConsumer(
            Feed feed,
            GatewayProperties properties,
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            Clock clock) {
        this.feed = feed;
        this.clock = clock;
        window = properties.recent().window();
        settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getConsumer().getBootstrapServers());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // A broker that is away is noticed, and new partitions, within seconds.
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5000);
        settings.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024);
        // All of a poll is on the heap at once, unpacked.
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("feed").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread reader = thread;
        if (reader != null) {
            wakeUp();
            try {
                reader.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** An interrupt would do too, but the consumer then fails to close in order. */
    private void wakeUp() {
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(
                            settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                log.debug("stopped");
            } catch (KafkaException e) {
                log.warn("Kafka: {}; trying again", e.getMessage());
                pause(RETRY);
            } catch (RuntimeException e) {
                log.error("unexpected; reading on", e);
                pause(RETRY);
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        long nextLook = System.nanoTime();
        while (isRunning()) {
            if (System.nanoTime() - nextLook >= 0) {
                assign(consumer);
                nextLook = System.nanoTime() + LOOK_FOR_PARTITIONS.toNanos();
            }
            if (consumer.assignment().isEmpty()) {
                pause(LOOK_FOR_TOPICS);
                nextLook = System.nanoTime();
            } else {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(500));
                long now = System.nanoTime();
                records.forEach(each -> feed.accept(each, now));
            }
        }
    }

    private void assign(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> found = new HashSet<>(consumer.assignment());
        List<TopicPartition> added = new ArrayList<>(partitions(consumer));
        added.removeAll(found);
        if (added.isEmpty()) {
            return;
        }
        found.addAll(added);
        consumer.assign(found);
        added.forEach(partition -> seek(consumer, partition));
        log.info("following {} partitions", found.size());
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.SETTINGS)
                .map(topic ->
                        Objects.requireNonNullElse(
                                consumer.partitionsFor(topic.topicName()),
                                List.<PartitionInfo>of()))
                .flatMap(List::stream)
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void seek(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        Long position = feed.positions().get(partition);
        if (position == null) {
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            position = start(consumer, partition, end);
            feed.begin(partition, position, end);
        }
        consumer.seek(partition, position);
    }

    /** Compacted topics from their beginning, others from where the window begins. */
    private long start(Consumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
        if (Topic.ofName(partition.topic()).orElseThrow().cleanup() == Topic.Cleanup.COMPACT) {
            return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
        OffsetAndTimestamp found =
                consumer.offsetsForTimes(Map.of(partition, clock.millis() - window.toMillis()))
                        .get(partition);
        return found == null ? end : found.offset();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
