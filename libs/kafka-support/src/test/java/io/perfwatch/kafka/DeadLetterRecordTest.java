package io.perfwatch.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterRecordTest {
    private static final byte[] NOT_UTF8 = {(byte) 0xff, 0, (byte) 0xc0};

    @Test
    void bytesKeyAndHeadersStayAsTheyCame() {
        ConsumerRecord<byte[], byte[]> dead = dead(NOT_UTF8, NOT_UTF8);
        dead.headers().add("ce_id", NOT_UTF8);
        ProducerRecord<byte[], byte[]> letter = DeadLetterRecord.of(dead, "not JSON");
        assertThat(letter.topic()).isEqualTo("perfwatch.system.v1-dlt");
        assertThat(letter.key()).isEqualTo(NOT_UTF8);
        assertThat(letter.value()).isEqualTo(NOT_UTF8);
        assertThat(letter.headers().lastHeader("ce_id").value()).isEqualTo(NOT_UTF8);
        assertThat(headers(letter))
                .containsEntry("dlt_reason", "not JSON")
                .containsEntry("dlt_topic", "perfwatch.system.v1")
                .containsEntry("dlt_partition", "2")
                .containsEntry("dlt_offset", "41")
                .containsEntry("dlt_timestamp", "-1");
    }

    @Test
    void whatIsTooLargeIsCutAndToldByItsHash() {
        byte[] large = "x".repeat(DeadLetterRecord.LARGEST + 1).getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> letter = DeadLetterRecord.of(dead(NOT_UTF8, large), "large");
        assertThat(letter.key()).isEqualTo(NOT_UTF8);
        assertThat(letter.value()).hasSize(DeadLetterRecord.PREFIX);
        assertThat(headers(letter))
                .containsEntry("dlt_value_bytes", Integer.toString(large.length))
                .hasEntrySatisfying("dlt_value_sha256", h -> assertThat(h).hasSize(64));
    }

    @Test
    void headersThatAreTooLargeGo() {
        ConsumerRecord<byte[], byte[]> dead = dead(NOT_UTF8, NOT_UTF8);
        dead.headers().add("large", new byte[DeadLetterRecord.LARGEST]);
        assertThat(DeadLetterRecord.of(dead, "large").headers().lastHeader("large")).isNull();
    }

    @Test
    void aTombstoneAndALongReasonPass() {
        ProducerRecord<byte[], byte[]> letter =
                DeadLetterRecord.of(dead(null, null), "x".repeat(5000));
        assertThat(letter.value()).isNull();
        assertThat(headers(letter).get("dlt_reason")).hasSize(1000);
    }

    private static ConsumerRecord<byte[], byte[]> dead(
            byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>("perfwatch.system.v1", 2, 41, key, value);
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> letter) {
        Map<String, String> headers = new TreeMap<>();
        letter.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }
}
