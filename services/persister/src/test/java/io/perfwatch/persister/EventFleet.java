package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Hosts that send four events a second, of minutes that are over, so that they are stored piece by
 * piece. Knows which of them the broker has acknowledged.
 */
final class EventFleet implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(250);

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<String> hosts;
    private final Instant start =
            Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MINUTES);
    private final Map<String, ConcurrentSkipListSet<Long>> acknowledged = new TreeMap<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile boolean stopping;

    EventFleet(Broker broker, int count) {
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.bootstrapServers(),
                                "linger.ms",
                                5,
                                "max.in.flight.requests.per.connection",
                                1),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        this.hosts = IntStream.range(0, count).mapToObj("host-%03d"::formatted).toList();
        hosts.forEach(host -> acknowledged.put(host, new ConcurrentSkipListSet<>()));
    }

    void start() {
        thread.start();
    }

    private void run() {
        for (long sequence = 1; !stopping; sequence++) {
            for (String host : hosts) {
                send(host, sequence);
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void send(String host, long sequence) {
        Instant time = start.plus(STEP.multipliedBy(sequence));
        byte[] json = Events.json(host, sequence, time, Long.toString(sequence)).getBytes(UTF_8);
        var _ =
                producer.send(
                        new ProducerRecord<>(Topic.SYSTEM.topicName(), host.getBytes(UTF_8), json),
                        (_, failure) -> {
                            if (failure == null) {
                                acknowledged(host).add(sequence);
                            }
                        });
    }

    private ConcurrentSkipListSet<Long> acknowledged(String host) {
        return acknowledged.getOrDefault(host, new ConcurrentSkipListSet<>());
    }

    /** Returns when all that was sent is acknowledged. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.join();
        producer.flush();
    }

    /** The sequences of each host, in order. */
    Map<String, List<Long>> acknowledged() {
        Map<String, List<Long>> sequences = new TreeMap<>();
        acknowledged.forEach((host, all) -> sequences.put(host, List.copyOf(all)));
        return sequences;
    }

    @Override
    public void close() {
        producer.close();
    }
}
