package io.perfwatch.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A dead record on its way to the dead-letter topic. Key, value and headers are the original ones;
 * added are {@code dlt_reason}, {@code dlt_topic}, {@code dlt_partition}, {@code dlt_offset} and
 * {@code dlt_timestamp} (append time, epoch ms). Of one that is too large for the topic, the first
 * 64 KiB of key and value stay and {@code dlt_key_bytes}, {@code dlt_key_sha256}, {@code
 * dlt_value_bytes} and {@code dlt_value_sha256} tell what they were; its headers go.
 */
final class DeadLetterRecord {
    /** Below the broker's and the producer's 1 MiB, framing included. */
    static final int LARGEST = 960 * 1024;

    static final int PREFIX = 64 * 1024;
    private static final int LONGEST_REASON = 1000;

    private DeadLetterRecord() {}

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> dead, String reason) {
        boolean whole = size(dead) <= LARGEST;
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(
                        dead.topic() + "-dlt",
                        null,
                        whole ? dead.key() : prefix(dead.key()),
                        whole ? dead.value() : prefix(dead.value()));
        if (whole) {
            dead.headers().forEach(letter.headers()::add);
        } else {
            describe(letter.headers(), "dlt_key", dead.key());
            describe(letter.headers(), "dlt_value", dead.value());
        }
        add(letter.headers(), "dlt_reason", cut(reason));
        add(letter.headers(), "dlt_topic", dead.topic());
        add(letter.headers(), "dlt_partition", Integer.toString(dead.partition()));
        add(letter.headers(), "dlt_offset", Long.toString(dead.offset()));
        add(letter.headers(), "dlt_timestamp", Long.toString(dead.timestamp()));
        return letter;
    }

    private static long size(ConsumerRecord<byte[], byte[]> dead) {
        long size = (long) length(dead.key()) + length(dead.value());
        for (Header header : dead.headers()) {
            size += header.key().length() * 3L + length(header.value()) + 10;
        }
        return size;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte @Nullable [] prefix(byte @Nullable [] bytes) {
        return bytes == null || bytes.length <= PREFIX ? bytes : Arrays.copyOf(bytes, PREFIX);
    }

    private static void describe(Headers headers, String name, byte @Nullable [] bytes) {
        if (bytes != null) {
            add(headers, name + "_bytes", Integer.toString(bytes.length));
            add(headers, name + "_sha256", HexFormat.of().formatHex(sha256(bytes)));
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
