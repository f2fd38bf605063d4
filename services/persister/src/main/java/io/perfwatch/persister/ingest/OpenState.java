package io.perfwatch.persister.ingest;

import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What one thread has not stored.
 *
 * @param bytes about how much memory it takes
 * @param packs of the database that it is going to be
 * @param oldest when the broker took the oldest record that is not stored; without those topics
 *     where all is
 */
record OpenState(long bytes, int packs, Map<Topic, Instant> oldest) {
    /**
     * @param since when each partition was assigned: how old what nobody has read yet is, nobody
     *     knows, but since then it waits here
     */
    static OpenState of(
            Map<TopicPartition, PartitionIngest> partitions,
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Instant> since) {
        long bytes = 0;
        int packs = 0;
        Map<Topic, Instant> oldest = new EnumMap<>(Topic.class);
        for (PartitionIngest partition : partitions.values()) {
            bytes += partition.bytes();
            packs += partition.minutes().stream().mapToInt(OpenMinute::packs).sum();
            Instant open = partition.oldestAppend();
            Instant unread = unread(partition, consumer);
            oldest.merge(
                    partition.topic(), open.isBefore(unread) ? open : unread, OpenState::earlier);
        }
        since.forEach((partition, assigned) -> {
            if (!partitions.containsKey(partition) && lag(partition, consumer).orElse(1) > 0) {
                Topic topic = Topic.ofName(partition.topic()).orElseThrow();
                oldest.merge(topic, assigned, OpenState::earlier);
            }
        });
        oldest.values().removeIf(Instant.MAX::equals);
        return new OpenState(bytes, packs, oldest);
    }

    /** Where the broker has more, it is not older than the newest that was read. */
    private static Instant unread(PartitionIngest partition, Consumer<byte[], byte[]> consumer) {
        return lag(partition.partition(), consumer).orElse(0) > 0
                ? partition.newestAppend()
                : Instant.MAX;
    }

    /** Unknown until the broker has said how much there is. */
    private static OptionalLong lag(TopicPartition partition, Consumer<byte[], byte[]> consumer) {
        return consumer.assignment().contains(partition)
                ? consumer.currentLag(partition)
                : OptionalLong.of(0);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
