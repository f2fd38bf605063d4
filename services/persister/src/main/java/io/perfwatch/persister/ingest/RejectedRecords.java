package io.perfwatch.persister.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads records once more: what the database refuses is known long after it was packed, and a dead
 * letter has the original bytes.
 */
final class RejectedRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ConsumerFactory<byte[], byte[]> consumers;

    RejectedRecords(ConsumerFactory<byte[], byte[]> consumers) {
        this.consumers = consumers;
    }

    /**
     * One an offset, in order; an empty one where the broker has it no more.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer; it may be asked
     *     again
     */
    List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, Collection<Long> offsets) {
        NavigableSet<Long> wanted = new TreeSet<>(offsets);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer(null, "rejected")) {
            consumer.assign(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!wanted.isEmpty() && wanted.first() < end) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("records that were rejected cannot be read again");
                }
                consumer.seek(partition, wanted.first());
                for (ConsumerRecord<byte[], byte[]> next : consumer.poll(POLL)) {
                    skipDeleted(wanted, next.offset(), partition, found);
                    if (wanted.remove(next.offset())) {
                        found.add(next);
                    }
                }
            }
        }
        wanted.forEach(offset -> found.add(gone(partition, offset)));
        return found;
    }

    /** A seek to what was deleted goes on with the first record that is there. */
    private static void skipDeleted(
            NavigableSet<Long> wanted,
            long offset,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> found) {
        while (!wanted.isEmpty() && wanted.first() < offset) {
            found.add(gone(partition, wanted.removeFirst()));
        }
    }

    private static ConsumerRecord<byte[], byte[]> gone(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, null);
    }
}
