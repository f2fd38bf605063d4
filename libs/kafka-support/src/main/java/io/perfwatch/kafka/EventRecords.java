package io.perfwatch.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Annotation;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.Event;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.HostEvent;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Events as records: JSON in UTF-8, the host as the key, and the headers of the <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 * 1.0 Kafka binding</a>, binary mode.
 */
public final class EventRecords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private EventRecords() {}

    /** What a probe sends. */
    public static ProducerRecord<byte[], byte[]> of(Topic topic, Event event) {
        String key = event instanceof HostEvent h ? h.key() : event.host();
        return of(topic, key, event.envelope(), EventJson.write(event));
    }

    /** An event that is JSON already. */
    public static ProducerRecord<byte[], byte[]> of(
            Topic topic, String key, Envelope envelope, byte[] json) {
        ProducerRecord<byte[], byte[]> eventRecord =
                new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), json);
        addHeaders(eventRecord.headers(), topic, envelope);
        return eventRecord;
    }

    /**
     * What people and other systems say.
     *
     * @param source who sends it, as {@code /perfwatch/gateway}
     */
    public static ProducerRecord<byte[], byte[]> of(Annotation annotation, String source) {
        ProducerRecord<byte[], byte[]> said =
                new ProducerRecord<>(
                        Topic.ANNOTATIONS.topicName(),
                        annotation.id().getBytes(UTF_8),
                        EventJson.write(annotation));
        String id = UUID.randomUUID().toString();
        addHeaders(said.headers(), Topic.ANNOTATIONS, id, source, annotation.time());
        return said;
    }

    /** On a compacted topic: nothing holds of that key any more. */
    public static ProducerRecord<byte[], byte[]> forget(Topic topic, String key) {
        return new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), null);
    }

    private static void addHeaders(Headers headers, Topic topic, Envelope envelope) {
        addHeaders(headers, topic, envelope.id(topic), envelope.source(), envelope.time());
    }

    private static void addHeaders(
            Headers headers, Topic topic, String id, String source, Instant time) {
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id);
        add(headers, "ce_source", source);
        add(headers, "ce_type", topic.topicName());
        add(headers, "ce_time", TIME.format(time));
        add(headers, "content-type", "application/json");
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
