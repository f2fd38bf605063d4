package io.perfwatch.sampling;

import io.perfwatch.metric.Event;
import io.perfwatch.metric.EventBounds;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a probe's events to Kafka. While the broker is away they wait, compressed and in
 * order, up to a bound; then the oldest go and are counted. {@link #publish} never waits.
 *
 * <p>The producer's own buffer would not do: it holds whole batches, uncompressed while they are
 * open, blocks the caller when it is full and forgets what is older than its delivery timeout.
 */
public final class EventPublisher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventPublisher.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Supplier<? extends Producer<String, byte[]>> producers;
    private final EventQueue queue;
    private final Duration flushTimeout;
    private final Thread thread;
    private @Nullable Producer<String, byte[]> producer;
    private volatile boolean failing;
    private volatile boolean producerBroken;

    /**
     * @param producers makes the producer, again if one is broken; may throw while the broker's
     *     name does not resolve
     * @param queueBytes what may wait, compressed
     * @param flushTimeout how long a stop waits for what is not delivered yet
     */
    public EventPublisher(
            Supplier<? extends Producer<String, byte[]>> producers,
            long queueBytes,
            Duration flushTimeout) {
        this.producers = producers;
        this.queue = new EventQueue(queueBytes);
        this.flushTimeout = flushTimeout;
        this.thread = Thread.ofPlatform().name("publisher").daemon().start(this::run);
    }

    /** Hands over one event. An event above {@link EventBounds} counts as dropped. */
    public void publish(Topic topic, Event event) {
        byte[] json = EventJson.write(event);
        if (json.length > EventBounds.MAX_BYTES) {
            queue.refuse();
            log.warn("{}: event of {} bytes is above the bound", topic.topicName(), json.length);
            return;
        }
        queue.add(PendingEvent.of(topic, event, json));
    }

    /** All four numbers of one instant: sampled = published + buffered + dropped. */
    public PublisherCounts counts() {
        return queue.counts();
    }

    private void run() {
        try {
            while (queue.awaitWork()) {
                if (queue.takeBackFailures()) {
                    recover();
                } else {
                    send(queue.next());
                }
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(PendingEvent event) {
        try {
            Future<?> _ = producer().send(event.toRecord(), (_, failure) -> finish(event, failure));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | IllegalStateException e) {
            finish(event, e);
        }
    }

    /** The producer's callback, on its thread, or ours when it did not even take the event. */
    private void finish(PendingEvent event, @Nullable Exception failure) {
        if (failure == null) {
            failing = false;
            queue.delivered(event);
        } else if (failure instanceof RecordTooLargeException
                || failure instanceof SerializationException) {
            log.warn("{}: {}", event.topic().topicName(), failure.getMessage());
            queue.refused(event);
        } else {
            if (!failing) {
                log.warn("events wait for Kafka: {}", failure.toString());
            }
            failing = true;
            producerBroken = !isPatience(failure);
            queue.failed(event);
        }
    }

    /** A timeout only says that the broker is away; anything else may have ended the producer. */
    private static boolean isPatience(Exception failure) {
        return failure instanceof org.apache.kafka.common.errors.TimeoutException;
    }

    private void recover() throws InterruptedException {
        if (producerBroken) {
            closeProducer(Duration.ZERO);
            producerBroken = false;
        }
        Thread.sleep(PAUSE);
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    private void closeProducer(Duration timeout) {
        Producer<String, byte[]> current = producer;
        producer = null;
        if (current != null) {
            current.close(timeout);
        }
    }

    /** Delivers what waits, as long as the flush timeout allows, and ends. */
    @Override
    public void close() {
        queue.close();
        try {
            if (!queue.awaitEmpty(flushTimeout)) {
                log.warn("stopped with {} events undelivered", queue.counts().buffered());
            }
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeProducer(Duration.ZERO);
    }
}
