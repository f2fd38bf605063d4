package io.perfwatch.sampling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Event;
import io.perfwatch.metric.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * An event on its way: what Kafka will get, its value perhaps compressed while it waits. Two are
 * the same only if they are one.
 */
final class PendingEvent {
    private final Topic topic;
    private final String key;
    private final Instant time;
    private final List<Header> headers;
    private final byte[] value;
    private final boolean compressed;

    private PendingEvent(
            Topic topic,
            String key,
            Instant time,
            List<Header> headers,
            byte[] value,
            boolean compressed) {
        this.topic = topic;
        this.key = key;
        this.time = time;
        this.headers = headers;
        this.value = value;
        this.compressed = compressed;
    }

    static PendingEvent of(Topic topic, Event event, byte[] json) {
        return new PendingEvent(
                topic, event.key(), event.time(), headers(topic, event), json, false);
    }

    private static List<Header> headers(Topic topic, Event event) {
        List<Header> headers = new ArrayList<>();
        event.envelope()
                .headers(topic)
                .forEach((name, value) ->
                        headers.add(new RecordHeader(name, value.getBytes(UTF_8))));
        return headers;
    }

    /** The same, smaller: 10 KB of metrics become 2 to 3. */
    PendingEvent compress() {
        if (compressed) {
            return this;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length / 3);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new PendingEvent(topic, key, time, headers, bytes.toByteArray(), true);
    }

    Topic topic() {
        return topic;
    }

    int bytes() {
        return value.length;
    }

    ProducerRecord<String, byte[]> toRecord() {
        return new ProducerRecord<>(
                topic.topicName(), null, time.toEpochMilli(), key, json(), headers);
    }

    private byte[] json() {
        if (!compressed) {
            return value;
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(value))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
