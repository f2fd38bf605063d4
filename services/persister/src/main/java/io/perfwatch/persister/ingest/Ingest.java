package io.perfwatch.persister.ingest;

import io.perfwatch.metric.PathCache;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.PersisterProperties;
import io.perfwatch.persister.account.Accounts;
import io.perfwatch.persister.retention.Retention;
import io.perfwatch.persister.storage.Batch;
import io.perfwatch.persister.storage.Storage;
import io.perfwatch.persister.storage.Watermark;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** All partitions of one thread: what they brought, and what of it is stored. */
final class Ingest {
    private static final Logger log = LoggerFactory.getLogger(Ingest.class);
    private static final int RETRY_SECONDS = 1;

    private final Storage storage;
    private final Accounts accounts;
    private final Letterbox letterbox;
    private final PersisterProperties properties;
    private final IngestStatus status;
    private final Clock clock;
    private final Verdict verdict;
    private final IdlePartitions idle;
    private final PathCache paths = new PathCache();
    private final Map<TopicPartition, PartitionIngest> partitions = new HashMap<>();
    private Instant retryAt = Instant.EPOCH;

    Ingest(
            Storage storage,
            Accounts accounts,
            Letterbox letterbox,
            PersisterProperties properties,
            Retention retention,
            IngestStatus status,
            Clock clock) {
        this.storage = storage;
        this.accounts = accounts;
        this.letterbox = letterbox;
        this.properties = properties;
        this.status = status;
        this.clock = clock;
        this.verdict = new Verdict(properties, retention);
        this.idle = new IdlePartitions(properties.interval());
    }

    void accept(ConsumerRecord<byte[], byte[]> received, Instant now) {
        partitions
                .computeIfAbsent(
                        new TopicPartition(received.topic(), received.partition()), this::partition)
                .accept(received, now);
    }

    private PartitionIngest partition(TopicPartition partition) {
        return new PartitionIngest(
                partition,
                accounts.of(Topic.ofName(partition.topic()).orElseThrow()),
                verdict,
                paths,
                letterbox.letters());
    }

    /** Stores what is due, and the oldest when memory gets short, unless the database is away. */
    void flushDue() {
        partitions.values().forEach(PartitionIngest::settleLetters);
        Instant now = clock.instant();
        if (now.isBefore(retryAt)) {
            return;
        }
        Set<OpenMinute> early = early();
        flush(
                partitions.values(),
                (partition, minute) ->
                        early.contains(minute)
                                || minute.isDue(
                                        now, properties.grace(), partition.hostTime(minute)));
    }

    /** As many as it takes to get from three quarters of the buffer to half of it. */
    private Set<OpenMinute> early() {
        long excess = bytes() - properties.bufferBytes() / 2;
        return excess > properties.bufferBytes() / 4
                ? Eldest.of(partitions.values(), excess)
                : Set.of();
    }

    /** Stores everything of these partitions, if the database takes it. */
    void flushAll(Collection<TopicPartition> which) {
        flush(of(which), (_, _) -> true);
        of(which).forEach(PartitionIngest::settleLetters);
    }

    private List<PartitionIngest> of(Collection<TopicPartition> which) {
        return which.stream().map(partitions::get).filter(Objects::nonNull).toList();
    }

    /** Says how far those partitions are stored where there is nothing to store. */
    void tellIdle(Consumer<byte[], byte[]> consumer) {
        List<Watermark> marks = idle.look(consumer, this::hasNothingOpen, clock.instant());
        if (!marks.isEmpty()) {
            attempt(() -> {
                storage.store(new Batch(List.of(), List.of(), marks));
                return true;
            });
        }
    }

    private boolean hasNothingOpen(TopicPartition partition) {
        PartitionIngest ingest = partitions.get(partition);
        return ingest == null || ingest.hasNothingOpen();
    }

    private void flush(
            Collection<PartitionIngest> from, BiPredicate<PartitionIngest, OpenMinute> due) {
        attempt(() -> {
            Flush flush = next(from, due);
            boolean any = !flush.isEmpty();
            while (!flush.isEmpty()) {
                store(flush);
                flush = next(from, due);
            }
            return any;
        });
    }

    /**
     * @param work tells whether it asked the database for anything
     */
    private void attempt(BooleanSupplier work) {
        try {
            boolean made = storage.prepare();
            if (work.getAsBoolean() || made) {
                status.databaseAnswers();
            }
        } catch (DataAccessException | KafkaException e) {
            retryAt = clock.instant().plusSeconds(RETRY_SECONDS);
            if (status.databaseFails(String.valueOf(e.getMessage()))) {
                log.warn("what is due is not stored, tried again until it is", e);
            }
        }
    }

    /** A batch is there as objects, as JSON and as what is sent, so it is a small part of all. */
    private Flush next(
            Collection<PartitionIngest> from, BiPredicate<PartitionIngest, OpenMinute> due) {
        return Flush.of(from, due, properties.batch(), properties.bufferBytes() / 8);
    }

    /** What the database refuses for good is looked for by halves; all else is stored. */
    private void store(Flush flush) {
        try {
            flush.to(storage);
        } catch (DataAccessException e) {
            if (!storage.isRefusal(e)) {
                throw e;
            }
            refuse(flush, "the database refuses it: " + reason(e));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            refuse(flush, "it cannot be stored: " + e.getMessage());
        }
    }

    private void refuse(Flush flush, String reason) {
        if (flush.isSingle()) {
            flush.reject(letterbox.records(), reason);
        } else {
            flush.halves().forEach(this::store);
        }
    }

    private static String reason(DataAccessException e) {
        return String.valueOf(e.getMostSpecificCause().getMessage());
    }

    /** Whether no more is to be read until something has been stored. */
    boolean isFull() {
        return bytes() > properties.bufferBytes();
    }

    private long bytes() {
        return partitions.values().stream().mapToLong(PartitionIngest::bytes).sum();
    }

    Map<TopicPartition, PartitionIngest> partitions() {
        return partitions;
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
        for (TopicPartition partition : new HashSet<>(lost)) {
            PartitionIngest ingest = partitions.remove(partition);
            if (ingest != null) {
                ingest.abandon();
            }
        }
    }
}
