package io.perfwatch.bench.simulate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Hosts of 400 values that a benchmark looks at.
 *
 * @param prefix they are called {@code prefix-0001} and so on
 * @param linger how long the producer waits for more; a probe does not wait at all
 */
public record Simulation(String prefix, int hosts, Duration interval, Duration linger) {
    private static final int LEAVES = 400;
    private static final long SEED = 1;

    /** The name of one of them, from 1. */
    public String host(int number) {
        return "%s-%04d".formatted(prefix, number);
    }

    /** Sends their events, evenly over the interval. */
    public void run(String servers, Duration length) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(SimulatedProducer.settings(servers));
        settings.put(ProducerConfig.LINGER_MS_CONFIG, linger.toMillis());
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            new Fleet(prefix, hosts, FleetShape.of(LEAVES), Set.of(), interval, SEED, producer)
                    .run(length, _ -> {});
        }
    }
}
