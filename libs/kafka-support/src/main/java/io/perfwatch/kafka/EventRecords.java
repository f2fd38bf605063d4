package io.perfwatch.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Annotation;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.Event;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events as records: JSON in UTF-8, their key, and the headers of the contract. */
public final class EventRecords {

    private EventRecords() {}

    /** What a probe sends. */
    public static ProducerRecord<byte[], byte[]> of(Topic topic, Event event) {
        return of(topic, event.key(), event.envelope(), EventJson.write(event));
    }

    /** An event that is JSON already. */
    public static ProducerRecord<byte[], byte[]> of(
            Topic topic, String key, Envelope envelope, byte[] json) {
        return of(topic, key, json, envelope.headers(topic));
    }

    /**
     * What people and other systems say.
     *
     * @param source who sends it, as {@code /perfwatch/gateway}
     */
    public static ProducerRecord<byte[], byte[]> of(Annotation annotation, String source) {
        String id = UUID.randomUUID().toString();
        return of(
                Topic.ANNOTATIONS,
                annotation.id(),
                EventJson.write(annotation),
                Topic.ANNOTATIONS.headers(id, source, annotation.time()));
    }

    /** On a compacted topic: nothing holds of that key any more. */
    public static ProducerRecord<byte[], byte[]> forget(Topic topic, String key) {
        return new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), null);
    }

    private static ProducerRecord<byte[], byte[]> of(
            Topic topic, String key, byte[] json, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> made =
                new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), json);
        headers.forEach((name, value) -> made.headers().add(name, value.getBytes(UTF_8)));
        return made;
    }
}
