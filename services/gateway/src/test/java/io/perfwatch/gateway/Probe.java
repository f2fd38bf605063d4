package io.perfwatch.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.gateway.feed.EventsForTests;
import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events as a sampler does, and what no sampler would. */
public final class Probe implements AutoCloseable {
    private final String host;
    private final Producer<byte[], byte[]> producer;
    private long sequence;
    private int partition;

    public Probe(Broker broker, String host) {
        this.host = host;
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /**
     * @return the event as it was sent
     */
    public String sample() throws ExecutionException, InterruptedException {
        return send(EventsForTests.system(host, ++sequence, EventsForTests.cpu(0.5)));
    }

    public void samples(int count) throws ExecutionException, InterruptedException {
        for (int i = 0; i < count; i++) {
            sample();
        }
    }

    /** A sample of about so many bytes. */
    public void largeSample(int bytes) throws ExecutionException, InterruptedException {
        String padding = ",\"padding\":{\"text\":\"" + "x".repeat(bytes) + "\"}";
        send(EventsForTests.system(host, ++sequence, EventsForTests.cpu(0.5) + padding));
    }

    /**
     * Says what it is.
     *
     * @param labels as JSON
     */
    public void describe(String labels) throws ExecutionException, InterruptedException {
        String json = EventsForTests.probe(host, "sampler", "aa", labels);
        send(Topic.HOSTS, host + "/sampler", json);
    }

    public String send(String json) throws ExecutionException, InterruptedException {
        return send(Topic.SYSTEM, host, json);
    }

    public String send(Topic topic, String json) throws ExecutionException, InterruptedException {
        return send(topic, host, json);
    }

    private String send(Topic topic, String key, String json)
            throws ExecutionException, InterruptedException {
        partition =
                producer.send(
                                new ProducerRecord<>(
                                        topic.topicName(),
                                        key.getBytes(UTF_8),
                                        json.getBytes(UTF_8)))
                        .get()
                        .partition();
        return json;
    }

    /** Where the last event went. */
    public int partition() {
        return partition;
    }

    @Override
    public void close() {
        producer.close();
    }
}
