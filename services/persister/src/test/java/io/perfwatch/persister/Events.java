package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends events, well formed and not, in the order of the calls; {@link #close} waits for them. */
final class Events implements AutoCloseable {
    static final UUID RUN = UUID.fromString("01980000-0000-7000-8000-000000000001");

    /** A minute that is over, so that what comes is stored after the grace. */
    final Instant minute =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);

    /** A broker may be told to let in more than the services ever send. */
    private static final int LARGEST = 16 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Events(Broker broker) {
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.bootstrapServers(),
                                "max.request.size",
                                LARGEST,
                                // As the services' own: else the first events of a topic that is
                                // just being made may be lost.
                                "max.in.flight.requests.per.connection",
                                1),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** One event with {@code cpu.utilization}. */
    static String json(String host, long sequence, Instant time, String utilization) {
        return """
        {"host":"%s","probe":"sampler","run":"%s","sequence":%d,"time":"%s",\
        "cpu":{"intervalSeconds":1.0,"utilization":%s}}\
        """
                .formatted(host, RUN, sequence, time, utilization);
    }

    void send(String host, long sequence, Instant time, String utilization) {
        send(Topic.SYSTEM, host, json(host, sequence, time, utilization).getBytes(UTF_8));
    }

    /** Those sequences, one a second of {@link #minute}; each has its own for a value. */
    void send(String host, long from, long to) {
        for (long i = from; i <= to; i++) {
            send(host, i, minute.plusSeconds(i), Long.toString(i));
        }
    }

    void send(Topic topic, String key, byte @Nullable [] value) {
        var _ =
                producer.send(
                        new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value),
                        (_, e) -> failure.compareAndSet(null, e));
    }

    /** A record without a value: whatever has that key is to be forgotten. */
    void forget(String key) {
        send(Topic.HOSTS, key, null);
    }

    /**
     * @throws IllegalStateException if the broker did not take one
     */
    @Override
    public void close() {
        producer.close();
        Exception first = failure.get();
        if (first != null) {
            throw new IllegalStateException(first);
        }
    }
}
