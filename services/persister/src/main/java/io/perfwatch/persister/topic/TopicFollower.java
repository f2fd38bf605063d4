package io.perfwatch.persister.topic;

import io.perfwatch.kafka.TopicDeclaration;
import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads all of a compacted topic at the start and then each record as it comes. Every persister
 * reads for itself, without a group.
 */
public abstract class TopicFollower implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final TopicDeclaration topics;
    private final Topic topic;
    private volatile boolean running;
    private volatile @Nullable Consumer<byte[], byte[]> reading;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    protected TopicFollower(
            ConsumerFactory<byte[], byte[]> consumers, TopicDeclaration topics, Topic topic) {
        this.consumers = consumers;
        this.topics = topics;
        this.topic = topic;
    }

    /** In the order of its partition; again from the first one after the broker was away. */
    protected abstract void accept(ConsumerRecord<byte[], byte[]> received);

    /** All that was there when it began to read is accepted. */
    protected abstract void caughtUp();

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(topic.topicName()).start(this::run);
    }

    private void run() {
        try {
            topics.declared().get();
            while (running) {
                read();
            }
        } catch (InterruptedException | InterruptException e) {
            log.debug("stopped", e);
        } catch (ExecutionException e) {
            log.error("{} is not read", topic.topicName(), e);
        }
    }

    private void read() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            reading = consumer;
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (running && !isAt(ends, consumer)) {
                consumer.poll(POLL).forEach(this::accept);
            }
            if (running) {
                caughtUp();
            }
            while (running) {
                consumer.poll(POLL).forEach(this::accept);
            }
        } catch (WakeupException e) {
            log.debug("stopped", e);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            log.warn("{} is read later: {}", topic.topicName(), e.getMessage());
            reading = null;
            Thread.sleep(PAUSE);
        }
    }

    private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** An interrupt would do too, but the consumer then fails to close in order. */
    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> consumer = reading;
        if (consumer == null) {
            thread.interrupt();
        } else {
            consumer.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
