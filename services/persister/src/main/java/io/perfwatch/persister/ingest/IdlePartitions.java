package io.perfwatch.persister.ingest;

import io.perfwatch.persister.storage.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells now and then that a partition to which nobody sends is stored until now; else what a silent
 * host did not send would count for ever as on its way.
 */
final class IdlePartitions {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Duration interval;
    private Instant asked = Instant.EPOCH;

    IdlePartitions(Duration interval) {
        this.interval = interval;
    }

    /**
     * @param now from which on what comes is not known yet
     * @return of those whose end is where the consumer is and of which nothing is open; none if it
     *     is not time, or the broker does not answer
     */
    List<Watermark> look(
            Consumer<byte[], byte[]> consumer,
            Predicate<TopicPartition> hasNothingOpen,
            Instant now) {
        if (now.isBefore(asked.plus(interval))) {
            return List.of();
        }
        asked = now;
        Set<TopicPartition> quiet =
                consumer.assignment().stream().filter(hasNothingOpen).collect(Collectors.toSet());
        try {
            return consumer.endOffsets(quiet, PATIENCE).entrySet().stream()
                    .filter(end -> end.getValue() == consumer.position(end.getKey(), PATIENCE))
                    .map(end -> mark(end.getKey(), end.getValue(), now))
                    .toList();
        } catch (KafkaException e) {
            return List.of();
        }
    }

    private static Watermark mark(TopicPartition partition, long end, Instant now) {
        return new Watermark(partition.topic(), partition.partition(), end, now);
    }
}
