package io.perfwatch.sampling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.CountersEvent;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the client library's own in-memory producer; a real broker is in the probes' tests. */
class EventPublisherTest {
    private static final Duration NO_TIME = Duration.ZERO;

    private final ProbeIdentity identity = ProbeIdentity.start("h", "sampler");
    private final List<MockProducer<String, byte[]>> producers =
            new java.util.concurrent.CopyOnWriteArrayList<>();
    private final AtomicBoolean automatic = new AtomicBoolean();
    private EventPublisher publisher = publisher(1 << 20);

    private EventPublisher publisher(long queueBytes) {
        return new EventPublisher(
                () -> {
                    var producer =
                            new MockProducer<>(
                                    automatic.get(),
                                    null,
                                    new StringSerializer(),
                                    new ByteArraySerializer());
                    producers.add(producer);
                    return producer;
                },
                queueBytes,
                NO_TIME);
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            publisher.publish(
                    Topic.COUNTERS,
                    CountersEvent.of(identity.next(Topic.COUNTERS, Instant.EPOCH), null, Map.of()));
        }
    }

    private MockProducer<String, byte[]> producer() {
        if (producers.isEmpty()) {
            await().until(() -> !producers.isEmpty());
        }
        return producers.getLast();
    }

    private static List<Long> sequences(List<ProducerRecord<String, byte[]>> records) {
        return records.stream()
                .map(r -> EventJson.read(Topic.COUNTERS, r.value()).sequence())
                .toList();
    }

    @Test
    void record_isKeyedByHostAndCarriesCloudEventHeaders() {
        publish(1);
        await().until(() -> !producer().history().isEmpty());
        ProducerRecord<String, byte[]> sent = producer().history().getFirst();

        assertThat(sent.topic()).isEqualTo("perfwatch.counters.v1");
        assertThat(sent.key()).isEqualTo("h");
        assertThat(sent.headers().toArray())
                .extracting(h -> h.key() + "=" + new String(h.value(), UTF_8))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=h/perfwatch.counters.v1/" + identity.run() + "/1",
                        "ce_source=/perfwatch/sampler/h",
                        "ce_type=perfwatch.counters.v1",
                        "ce_time=1970-01-01T00:00:00.000Z",
                        "content-type=application/json");
    }

    @Test
    void eventsWithoutAnswer_waitAndAreDeliveredInOrder() {
        publish(1_000);
        assertThat(publisher.counts().buffered()).isEqualTo(1_000);
        deliverAll();
        assertThat(publisher.counts()).isEqualTo(new PublisherCounts(1_000, 1_000, 0, 0, 0));
        assertThat(sequences(producer().history())).isSorted().hasSize(1_000);
    }

    private void deliverAll() {
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    while (producer().completeNext()) {
                        Thread.onSpinWait();
                    }
                    return publisher.counts().buffered() == 0;
                });
    }

    @Test
    void producerThatFails_isReplacedAndNothingOvertakes() {
        publish(5);
        await().until(() -> producer().history().size() == 5);
        MockProducer<String, byte[]> first = producer();
        first.completeNext();
        while (first.errorNext(new IllegalStateException("fenced"))) {
            assertThat(publisher.counts().published()).isEqualTo(1);
        }
        await().until(() -> producers.size() == 2 && producer().history().size() == 4);
        deliverAll();
        assertThat(sequences(producer().history())).containsExactly(2L, 3L, 4L, 5L);
        assertThat(publisher.counts().published()).isEqualTo(5);
    }

    @Test
    void brokerThatIsAway_costsNoProducer() {
        publish(2);
        await().until(() -> producer().history().size() == 2);
        producer().errorNext(new TimeoutException("no metadata"));
        producer().errorNext(new TimeoutException("no metadata"));
        await().until(() -> producer().history().size() == 4);
        deliverAll();
        assertThat(sequences(producer().history())).containsExactly(1L, 2L, 1L, 2L);
        assertThat(producers).hasSize(1);
    }

    @Test
    void eventThatTheBrokerRefuses_isDroppedAndCounted() {
        publish(2);
        await().until(() -> producer().history().size() == 2);
        producer().errorNext(new RecordTooLargeException("too large"));
        producer().completeNext();
        await().untilAsserted(() ->
                assertThat(publisher.counts()).isEqualTo(new PublisherCounts(2, 1, 0, 1, 0)));
    }

    @Test
    void bound_dropsTheOldestWaiting() {
        publisher.close();
        publisher = publisher(10_000);
        publish(1_000);
        PublisherCounts counts = publisher.counts();
        assertThat(counts.dropped()).isPositive();
        assertThat(counts.bufferedBytes()).isBetween(9_000L, 10_000L);
        deliverAll();
        List<Long> delivered = sequences(producer().history());
        assertThat(delivered).isSorted().doesNotHaveDuplicates().endsWith(1_000L);
        assertThat(delivered).hasSize((int) (1_000 - counts.dropped()));
    }

    @Test
    void counts_addUpAtAnyInstant() {
        publisher.close();
        publisher = publisher(5_000);
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        Thread observer =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!done.get()) {
                                PublisherCounts c = publisher.counts();
                                if (c.sampled() != c.published() + c.buffered() + c.dropped()) {
                                    return;
                                }
                                looks.incrementAndGet();
                                producer().completeNext();
                            }
                        });
        publish(20_000);
        done.set(true);
        await().until(() -> !observer.isAlive());
        int before = looks.get();
        assertThat(before).as("the observer never saw them differ").isPositive();
        PublisherCounts c = publisher.counts();
        assertThat(c.sampled()).isEqualTo(20_000);
        assertThat(c.published() + c.buffered() + c.dropped()).isEqualTo(20_000);
        assertThat(c.dropped()).isPositive();
        assertThat(c.published()).isPositive();
    }

    @Test
    void stop_flushes() {
        automatic.set(true);
        publisher.close();
        EventPublisher patient =
                new EventPublisher(
                        () -> {
                            var made =
                                    new MockProducer<>(
                                            true,
                                            null,
                                            new StringSerializer(),
                                            new ByteArraySerializer());
                            producers.add(made);
                            return made;
                        },
                        1 << 20,
                        Duration.ofSeconds(10));
        publisher = patient;
        publish(100);
        patient.close();
        assertThat(patient.counts()).isEqualTo(new PublisherCounts(100, 100, 0, 0, 0));
    }
}
