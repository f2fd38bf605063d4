package io.perfwatch.persister.ingest;

import io.perfwatch.kafka.TopicDeclaration;
import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * The thread that reads, stores and commits, in this order. It goes on polling while the database
 * is away, so that the partitions stay here.
 */
@Component
class IngestLoop implements SmartLifecycle, ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(IngestLoop.class);

    /** Settings are for each persister and not for a group: they are read elsewhere. */
    private static final List<String> TOPICS =
            Arrays.stream(Topic.values())
                    .filter(topic -> topic != Topic.SETTINGS)
                    .map(Topic::topicName)
                    .toList();

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final TopicDeclaration topics;
    private final Ingest ingest;
    private final IngestStatus status;
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    IngestLoop(
            ConsumerFactory<byte[], byte[]> consumers,
            TopicDeclaration topics,
            Ingest ingest,
            IngestStatus status) {
        this.consumers = consumers;
        this.topics = topics;
        this.ingest = ingest;
        this.status = status;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("ingest").start(this::run);
    }

    private void run() {
        try {
            topics.declared().get();
            read();
        } catch (InterruptedException | WakeupException e) {
            log.debug("stopped", e);
        } catch (ExecutionException | RuntimeException e) {
            log.error("nothing is read any more", e);
            status.ended(String.valueOf(e));
        }
    }

    private void read() {
        try (Consumer<byte[], byte[]> mine = consumers.createConsumer()) {
            consumer = mine;
            mine.subscribe(TOPICS, this);
            while (!stopping) {
                mine.poll(POLL).forEach(ingest::accept);
                ingest.flushDue();
                commit(mine);
                breathe(mine);
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
    }

    @Override
    public void stop() {
        Thread running = end();
        if (running == null) {
            return;
        }
        try {
            running.join(Duration.ofSeconds(25));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread end() {
        stopping = true;
        if (thread != null && consumer == null) {
            thread.interrupt();
        }
        return thread;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}
