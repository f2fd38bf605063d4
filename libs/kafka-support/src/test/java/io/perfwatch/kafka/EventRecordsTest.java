package io.perfwatch.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.HostEvent;
import io.perfwatch.metric.SystemEvent;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventRecordsTest {
    private static final UUID RUN = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void anEventIsItsJsonUnderItsHost() {
        SystemEvent event =
                SystemEvent.of(new Envelope("web-1", "sampler", RUN, 7, NOON), List.of(), Map.of());
        ProducerRecord<byte[], byte[]> sent = EventRecords.of(Topic.SYSTEM, event);
        assertThat(sent.topic()).isEqualTo("perfwatch.system.v1");
        assertThat(sent.key()).asString(UTF_8).isEqualTo("web-1");
        assertThat(EventJson.read(Topic.SYSTEM, sent.value())).isEqualTo(event);
        assertThat(headers(sent))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", "web-1/perfwatch.system.v1/" + RUN + "/7",
                                "ce_source", "/perfwatch/sampler/web-1",
                                "ce_type", "perfwatch.system.v1",
                                "ce_time", "2026-03-01T12:00:00.000Z",
                                "content-type", "application/json"));
    }

    @Test
    void aHostHasAKeyForEachProbe() {
        HostEvent event =
                new HostEvent(
                        "web-1", "sampler", RUN, 1, NOON, "0.1.0", null, null, Map.of(), null, null,
                        Map.of());
        assertThat(EventRecords.of(Topic.HOSTS, event).key())
                .asString(UTF_8)
                .isEqualTo("web-1/sampler");
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> sent) {
        Map<String, String> headers = new TreeMap<>();
        sent.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }
}
