package io.perfwatch.gateway.host;

import io.perfwatch.gateway.feed.HostState;
import io.perfwatch.kafka.EventRecords;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a host.
 *
 * @param lastSeen when the broker took its newest event; absent if nothing was ever measured
 * @param headline its newest values, by path; empty for a host that is gone
 * @param conflict whether its probes run on machines of different identity: two hosts of one name
 * @param probes what each of its probes said of it, as it said it, newest first
 */
record HostView(
        String host,
        HostState state,
        @Nullable Instant lastSeen,
        Map<String, Double> headline,
        boolean conflict,
        List<JsonNode> probes) {

    /** What makes every consumer of the hosts' topic forget it: one a probe, at least one. */
    List<ProducerRecord<byte[], byte[]>> tombstones() {
        Stream<String> told = probes.stream().map(probe -> probe.path("probe").asString(""));
        return Stream.concat(told, Stream.of("sampler"))
                .distinct()
                .map(probe -> EventRecords.forget(Topic.HOSTS, host + "/" + probe))
                .toList();
    }
}
