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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
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
        List<SimulatedHost> fleet =
                IntStream.rangeClosed(1, hosts)
                        .mapToObj(i -> new SimulatedHost("%s-%04d".formatted(prefix, i), shape, i))
                        .toList();
        Instant start = end.minus(length);
        LongAdder events = new LongAdder();
        LongAdder bytes = new LongAdder();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(SimulatedProducer.settings(broker.bootstrapServers()))) {
            for (long tick = 0; tick < length.toSeconds(); tick++) {
                Instant time = start.plusSeconds(tick);
                fleet.parallelStream()
                        .forEach(host -> {
                            int sent = send(producer, host, time);
                            events.add(sent > 0 ? 1 : 0);
                            bytes.add(sent);
                        });
            }
            producer.flush();
        }
        return new Backlog(events.sum(), events.sum() * shape.leaves(), bytes.sum());
    }

    /**
     * @return bytes of JSON, 0 if the host is silent then
     */
    private static int send(Producer<byte[], byte[]> producer, SimulatedHost host, Instant time) {
        Optional<Envelope> tick = host.tick(time);
        if (tick.isEmpty()) {
            return 0;
        }
        Envelope envelope = tick.get();
        byte[] json = host.json(envelope, 1);
        Future<?> _ = producer.send(EventRecords.of(Topic.SYSTEM, envelope.host(), envelope, json));
        return json.length;
    }

    double valuesPerEvent() {
        return (double) values / events;
    }
}
