package io.perfwatch.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as any system would: a plain Kafka client, no group, from the beginning. */
final class TopicReader {

    private TopicReader() {}

    /** All records up to now, in the order of each partition. */
    static List<ConsumerRecord<String, String>> all(PerfWatch perfwatch, String topic) {
        try (var consumer = consumer(perfwatch)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Waits for a record that is written from now on, of an event not older than now. */
    static void awaitNext(PerfWatch perfwatch, String topic) {
        Instant now = Instant.now();
        try (var consumer = consumer(perfwatch)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            Waiting.patiently()
                    .until(
                            () -> consumer.poll(Duration.ofMillis(500)),
                            records -> Sample.in(records).anyMatch(s -> s.time().isAfter(now)));
        }
    }

    static long count(PerfWatch perfwatch, String topic) {
        try (var consumer = consumer(perfwatch)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Waits until the topic holds so many records. */
    static long countWhenThereAre(PerfWatch perfwatch, String topic, long atLeast) {
        return Waiting.patiently()
                .ignoreExceptions()
                .until(() -> count(perfwatch, topic), count -> count >= atLeast);
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static KafkaConsumer<String, String> consumer(PerfWatch perfwatch) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", perfwatch.kafka(), "allow.auto.create.topics", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
