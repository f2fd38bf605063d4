package io.perfwatch.persister.ingest;

import io.perfwatch.kafka.DeadLetters;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.PersisterProperties;
import io.perfwatch.persister.account.Accounts;
import io.perfwatch.persister.retention.Retention;
import io.perfwatch.persister.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** All partitions that are ours: what they brought, and what of it is stored. For one thread. */
@Component
class Ingest {
    private static final Logger log = LoggerFactory.getLogger(Ingest.class);
    private static final int RETRY_SECONDS = 1;

    private final Storage storage;
    private final Accounts accounts;
    private final DeadLetters deadLetters;
    private final PersisterProperties properties;
    private final IngestStatus status;
    private final Clock clock;
    private final Verdict verdict;
    private final Map<TopicPartition, PartitionIngest> partitions = new HashMap<>();
    private Instant retryAt = Instant.EPOCH;

    Ingest(
            Storage storage,
            Accounts accounts,
            DeadLetters deadLetters,
            PersisterProperties properties,
            Retention retention,
            IngestStatus status,
            Clock clock) {
        this.storage = storage;
        this.accounts = accounts;
        this.deadLetters = deadLetters;
        this.properties = properties;
        this.status = status;
        this.clock = clock;
        this.verdict = new Verdict(properties, retention);
    }

    void accept(ConsumerRecord<byte[], byte[]> received) {
        partitions
                .computeIfAbsent(
                        new TopicPartition(received.topic(), received.partition()), this::partition)
                .accept(received, clock.instant());
    }

    private PartitionIngest partition(TopicPartition partition) {
        Topic topic = Topic.ofName(partition.topic()).orElseThrow();
        return new PartitionIngest(
                partition, topic, accounts.of(topic), verdict, properties.grace(), deadLetters);
    }

    /** Stores what is due, or all of it when memory gets short, unless the database is away. */
    void flushDue() {
        partitions.values().forEach(PartitionIngest::settleLetters);
        Instant now = clock.instant();
        if (now.isBefore(retryAt)) {
            return;
        }
        long bytes = bytes();
        boolean early = bytes > properties.buffer().toBytes() / 2;
        flush(partitions.values(), minute -> early || !minute.due().isAfter(now));
        status.open(bytes(), oldest());
    }

    /** Stores everything of these partitions, if the database takes it. */
    void flushAll(Collection<TopicPartition> which) {
        flush(of(which), _ -> true);
        of(which).forEach(PartitionIngest::settleLetters);
    }

    private List<PartitionIngest> of(Collection<TopicPartition> which) {
        return which.stream().map(partitions::get).filter(Objects::nonNull).toList();
    }

    private void flush(Collection<PartitionIngest> from, Predicate<OpenMinute> due) {
        try {
            storage.prepare();
            Flush flush = Flush.of(from, due, properties.batch());
            while (!flush.isEmpty()) {
                flush.to(storage);
                flush = Flush.of(from, due, properties.batch());
            }
            status.databaseAnswers();
        } catch (DataAccessException e) {
            retryAt = clock.instant().plusSeconds(RETRY_SECONDS);
            if (status.databaseFails(String.valueOf(e.getMessage()))) {
                log.warn("the database does not take what is due, tried again until it does", e);
            }
        }
    }

    /** Whether no more is to be read until something has been stored. */
    boolean isFull() {
        return bytes() > properties.buffer().toBytes();
    }

    private long bytes() {
        long bytes = 0;
        for (PartitionIngest partition : partitions.values()) {
            for (OpenMinute minute : partition.minutes()) {
                bytes += minute.bytes();
            }
        }
        return bytes;
    }

    private Instant oldest() {
        return partitions.values().stream()
                .map(PartitionIngest::oldestAppend)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Where each partition goes on after a crash. */
    Map<TopicPartition, OffsetAndMetadata> committable() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        partitions.forEach((partition, ingest) ->
                offsets.put(partition, new OffsetAndMetadata(ingest.committable())));
        return offsets;
    }

    /** They are someone else's now, who reads again what was not committed. */
    void abandon(Collection<TopicPartition> lost) {
        for (TopicPartition partition : lost) {
            PartitionIngest ingest = partitions.remove(partition);
            if (ingest != null) {
                ingest.abandon();
            }
        }
    }
}
