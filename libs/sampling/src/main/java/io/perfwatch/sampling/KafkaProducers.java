package io.perfwatch.sampling;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the producer that {@link EventPublisher} relies on, small enough for a probe. */
public final class KafkaProducers {
    private KafkaProducers() {}

    /**
     * @param connection servers and security; all else may be set too, but for what order and
     *     completeness hang on
     */
    public static Producer<String, byte[]> create(Map<String, Object> connection) {
        return new KafkaProducer<>(
                settings(connection), new StringSerializer(), new ByteArraySerializer());
    }

    static Map<String, Object> settings(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(defaults());
        settings.putAll(connection);
        settings.putAll(required());
        return settings;
    }

    /** Without JMX, which nobody reads here, and which takes an object a metric. */
    private static Map<String, Object> defaults() {
        return Map.of(
                ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                "",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                4L * 1024 * 1024,
                ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG,
                200L,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                2_000L,
                ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                3_600_000L,
                ProducerConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
    }

    /**
     * A batch never expires: what waits longer than the queue holds is dropped there. One request
     * at a time: where the broker refuses the first one of a partition that it is just making and
     * takes the second, it never takes the first one again (KAFKA-15591).
     */
    private static Map<String, Object> required() {
        return Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.RETRIES_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000L);
    }
}
