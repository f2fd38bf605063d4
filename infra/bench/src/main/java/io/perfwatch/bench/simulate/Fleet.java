package io.perfwatch.bench.simulate;

import io.perfwatch.kafka.EventRecords;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.HostEvent;
import io.perfwatch.metric.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** All hosts, one after the other, spread evenly over the interval as a real fleet is. */
final class Fleet {
    private static final Duration REPORTS = Duration.ofSeconds(10);

    private final List<SimulatedHost> hosts = new ArrayList<>();
    private final FleetShape shape;
    private final Set<Topic> topics;
    private final Duration interval;
    private final Producer<byte[], byte[]> producer;
    private final Clock clock = Clock.systemUTC();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile @Nullable Exception lastFailure;
    private long sent;

    Fleet(
            String prefix,
            int count,
            FleetShape shape,
            Set<Topic> topics,
            Duration interval,
            long seed,
            Producer<byte[], byte[]> producer) {
        this.shape = shape;
        this.topics = topics;
        this.interval = interval;
        this.producer = producer;
        for (int i = 1; i <= count; i++) {
            hosts.add(new SimulatedHost("%s-%04d".formatted(prefix, i), shape, seed * 31 + i));
        }
    }

    /** Until the time is over or the thread is interrupted; what was sent is acknowledged then. */
    void run(Duration length, Consumer<String> say) throws InterruptedException {
        long start = System.nanoTime();
        long step = interval.toNanos() / hosts.size();
        long report = start + REPORTS.toNanos();
        introduce();
        for (long n = 0; n * step < length.toNanos(); n++) {
            awaitNanos(start + n * step);
            send(hosts.get((int) (n % hosts.size())));
            if (System.nanoTime() > report) {
                say.accept(progress(start + n * step));
                report += REPORTS.toNanos();
            }
        }
        producer.flush();
        say.accept(progress(System.nanoTime()));
    }

    /** Each host's inventory, so that it has an operating system and labels to be found by. */
    private void introduce() {
        for (SimulatedHost host : hosts) {
            HostEvent event = host.inventory(clock.instant());
            deliver(
                    EventRecords.of(
                            Topic.HOSTS, event.key(), event.envelope(), EventJson.write(event)));
        }
    }

    private void send(SimulatedHost host) {
        host.tick(clock.instant()).ifPresent(envelope -> send(host, envelope));
    }

    private void send(SimulatedHost host, Envelope envelope) {
        double seconds = interval.toMillis() / 1e3;
        byte[] json = host.json(envelope, seconds);
        deliver(EventRecords.of(Topic.SYSTEM, envelope.host(), envelope, json));
        sent++;
        if (topics.contains(Topic.COUNTERS)) {
            deliver(EventRecords.of(Topic.COUNTERS, host.counters(envelope, seconds)));
        }
        if (topics.contains(Topic.PROCESSES)) {
            host.processes(envelope, seconds)
                    .ifPresent(event -> deliver(EventRecords.of(Topic.PROCESSES, event)));
        }
    }

    private void deliver(ProducerRecord<byte[], byte[]> eventRecord) {
        Future<?> _ =
                producer.send(
                        eventRecord,
                        (_, failure) -> {
                            if (failure == null) {
                                acknowledged.increment();
                            } else {
                                failed.increment();
                                lastFailure = failure;
                            }
                        });
    }

    private static void awaitNanos(long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private String progress(long due) {
        double late = Math.max(0, System.nanoTime() - due) / 1e9;
        Exception failure = lastFailure;
        return "%,d events sent, %,d acknowledged, %,d failed; %,d values; %.1f s behind%s"
                .formatted(
                        sent,
                        acknowledged.sum(),
                        failed.sum(),
                        sent * shape.leaves(),
                        late,
                        failure == null ? "" : "; last failure: " + failure.getMessage());
    }
}
