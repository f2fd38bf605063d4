package io.perfwatch.persister.ingest;

import io.perfwatch.metric.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * A thread that reads, stores and commits, in this order. It goes on polling while the database is
 * away, so that the partitions stay here.
 */
final class IngestLoop implements ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(IngestLoop.class);

    /** Settings are for each persister and not for a group: they are read elsewhere. */
    private static final List<String> TOPICS =
            Arrays.stream(Topic.values())
                    .filter(topic -> topic != Topic.SETTINGS)
                    .map(Topic::topicName)
                    .toList();

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(5);

    private final String name;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final CompletableFuture<Void> ready;
    private final Ingest ingest;
    private final IngestStatus status;
    private final Clock clock;
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final Map<TopicPartition, Instant> since = new HashMap<>();
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /**
     * @param ready done once there is something to read, and all is known that is to be known first
     */
    IngestLoop(
            String name,
            ConsumerFactory<byte[], byte[]> consumers,
            CompletableFuture<Void> ready,
            Ingest ingest,
            IngestStatus status,
            Clock clock) {
        this.name = name;
        this.consumers = consumers;
        this.ready = ready;
        this.ingest = ingest;
        this.status = status;
        this.clock = clock;
    }

    synchronized void start() {
        thread = Thread.ofPlatform().name("ingest-" + name).start(this::run);
    }

    private void run() {
        try {
            ready.get();
            status.begins();
            read();
        } catch (InterruptedException | WakeupException e) {
            log.debug("stopped", e);
        } catch (ExecutionException | RuntimeException | Error e) {
            log.error("nothing is read any more", e);
            status.ended(String.valueOf(e));
        }
    }

    private void read() {
        try (Consumer<byte[], byte[]> mine = consumers.createConsumer(null, name)) {
            consumer = mine;
            mine.subscribe(TOPICS, this);
            while (!stopping) {
                var received = mine.poll(POLL);
                Instant now = clock.instant();
                received.forEach(next -> ingest.accept(next, now));
                ingest.flushDue();
                ingest.tellIdle(mine);
                commit(mine);
                breathe(mine);
                status.saw(name, OpenState.of(ingest.partitions(), mine, since));
            }
            ingest.flushAll(mine.assignment());
            commit(mine);
        } finally {
            consumer = null;
        }
    }

    /** Partitions that came while others were paused are paused too. */
    private void breathe(Consumer<byte[], byte[]> mine) {
        if (ingest.isFull()) {
            mine.pause(mine.assignment());
        } else if (!mine.paused().isEmpty()) {
            mine.resume(mine.paused());
        }
    }

    private void commit(Consumer<byte[], byte[]> mine) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(ingest.committable());
        offsets.entrySet().removeAll(committed.entrySet());
        if (offsets.isEmpty()) {
            return;
        }
        try {
            mine.commitSync(offsets, LAST_COMMIT);
            committed.putAll(offsets);
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            // What is stored is stored: whoever reads it again finds it there.
            log.info("offsets are committed later: {}", e.getMessage());
        } catch (WakeupException e) {
            stopping = true;
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        log.info("reading {}", assigned);
        Instant now = clock.instant();
        assigned.forEach(partition -> since.put(partition, now));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        Consumer<byte[], byte[]> mine = consumer;
        if (mine != null && !revoked.isEmpty()) {
            ingest.flushAll(revoked);
            commit(mine);
            lose(revoked);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        lose(lost);
    }

    private void lose(Collection<TopicPartition> lost) {
        log.info("no longer reading {}", lost);
        ingest.abandon(lost);
        committed.keySet().removeAll(lost);
        since.keySet().removeAll(lost);
    }

    /** What is open is stored first; {@link #join} waits for it. */
    synchronized void stop() {
        stopping = true;
        if (thread != null && consumer == null) {
            thread.interrupt();
        }
    }

    void join(Duration patience) throws InterruptedException {
        Thread running = running();
        if (running != null) {
            running.join(patience);
        }
    }

    private synchronized @Nullable Thread running() {
        return thread;
    }

    boolean isAlive() {
        Thread running = running();
        return running != null && running.isAlive();
    }
}
