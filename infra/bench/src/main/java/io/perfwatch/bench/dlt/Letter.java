package io.perfwatch.bench.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Topic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record of a dead-letter topic. */
record Letter(ConsumerRecord<byte[], byte[]> dead) {
    private static final String ADDED = "dlt_";
    private static final String TRUE_SIZE = "dlt_value_bytes";

    private @Nullable String header(String name) {
        Header header = dead.headers().lastHeader(ADDED + name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    /** What failed, for a person to read. */
    String reason() {
        String reason = header("reason");
        return reason == null ? "no reason" : reason;
    }

    /** Where it was to be read, {@code topic-partition@offset}. */
    String origin() {
        return "%s-%s@%s".formatted(header("topic"), header("partition"), header("offset"));
    }

    Instant time() {
        return Instant.ofEpochMilli(dead.timestamp());
    }

    String key() {
        return dead.key() == null ? "" : new String(dead.key(), UTF_8);
    }

    /** Of the original, also if only its beginning was kept. */
    String bytes() {
        Header size = dead.headers().lastHeader(TRUE_SIZE);
        return size == null
                ? Integer.toString(dead.value() == null ? 0 : dead.value().length)
                : new String(size.value(), UTF_8);
    }

    /** Whether all of it was kept, so that it can be sent again, and to one of the topics. */
    boolean canBeRedriven() {
        String topic = header("topic");
        return topic != null
                && Topic.ofName(topic).isPresent()
                && dead.value() != null
                && dead.headers().lastHeader(TRUE_SIZE) == null;
    }

    /** As it came the first time. */
    ProducerRecord<byte[], byte[]> original() {
        ProducerRecord<byte[], byte[]> original =
                new ProducerRecord<>(String.valueOf(header("topic")), dead.key(), dead.value());
        for (Header header : dead.headers()) {
            if (!header.key().startsWith(ADDED)) {
                original.headers().add(header);
            }
        }
        return original;
    }
}
