package io.perfwatch.bench.ingest;

import io.perfwatch.bench.servers.BrokerServer;
import io.perfwatch.bench.simulate.FleetShape;
import io.perfwatch.bench.simulate.SimulatedHost;
import io.perfwatch.bench.simulate.SimulatedProducer;
import io.perfwatch.kafka.EventRecords;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/**
 * What a fleet has sent while nobody stored it, made in advance, so that making it costs nothing
 * while it is measured.
 *
 * @param events how many
 * @param values of all of them
 * @param bytes of JSON
 */
record Backlog(long events, long values, long bytes) {

    /** The {@code length} before {@code end} of that many hosts, once a second. */
    static Backlog fill(
            BrokerServer broker,
            String prefix,
            int hosts,
            int leaves,
            Duration length,
            Instant end) {
        FleetShape shape = FleetShape.of(leaves);
        SimulatedHost[] fleet =
                IntStream.rangeClosed(1, hosts)
                        .mapToObj(i -> new SimulatedHost("%s-%04d".formatted(prefix, i), shape, i))
                        .toArray(SimulatedHost[]::new);
        Instant start = end.minus(length);
        long events = 0;
        long bytes = 0;
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(SimulatedProducer.settings(broker.bootstrapServers()))) {
            for (long tick = 0; tick < length.toSeconds(); tick++) {
                for (SimulatedHost host : fleet) {
                    Optional<Envelope> envelope = host.tick(start.plusSeconds(tick));
                    if (envelope.isPresent()) {
                        byte[] json = host.json(envelope.get(), 1);
                        Future<?> _ =
                                producer.send(
                                        EventRecords.of(
                                                Topic.SYSTEM,
                                                envelope.get().host(),
                                                envelope.get(),
                                                json));
                        events++;
                        bytes += json.length;
                    }
                }
            }
            producer.flush();
        }
        return new Backlog(events, events * shape.leaves(), bytes);
    }

    double valuesPerEvent() {
        return (double) values / events;
    }
}
