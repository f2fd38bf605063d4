package io.perfwatch.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A feed without a broker, and events for it. */
public final class EventsForTests {
    public static final String RUN = "01928c5e-0000-7000-8000-000000000001";
    public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private EventsForTests() {}

    public static GatewayProperties properties(Map<String, String> values) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        values.forEach((key, value) -> source.put("perfwatch.gateway." + key, value));
        return new Binder(source).bindOrCreate("perfwatch.gateway", GatewayProperties.class);
    }

    public static Feed feed() {
        return new Feed(properties(Map.of("recent.size", "1MB")), new SimpleMeterRegistry());
    }

    public static void begin(Feed feed, Topic topic, long offset, long end) {
        feed.begin(new TopicPartition(topic.topicName(), 0), offset, end);
    }

    /** An event of the sampler, appended {@code offset} seconds after {@link #START}. */
    public static String system(String host, long sequence, String families) {
        return system(host, sequence, START.plusSeconds(sequence), families);
    }

    public static String system(String host, long sequence, Instant time, String families) {
        return """
        {"host":"%s","probe":"sampler","run":"%s","sequence":%d,"time":"%s",%s}\
        """
                .formatted(host, RUN, sequence, time, families);
    }

    public static String cpu(double utilization) {
        return "\"cpu\":{\"intervalSeconds\":1.0,\"utilization\":" + utilization + "}";
    }

    public static String memory(long used) {
        return "\"memory\":{\"intervalSeconds\":1.0,\"usedBytes\":" + used + "}";
    }

    /** What a probe says of itself. */
    public static String probe(String host, String probe, String machine) {
        return probe(host, probe, machine, "{\"zone\":\"x\"}");
    }

    /**
     * @param labels as JSON
     */
    public static String probe(String host, String probe, String machine, String labels) {
        return """
        {"host":"%s","probe":"%s","run":"%s","sequence":1,"time":"%s","version":"1",\
        "machineIdHash":"%s","labels":%s}\
        """
                .formatted(host, probe, RUN, START, machine, labels);
    }

    /** Puts {@code json} at {@code offset} of partition 0 of the topic that it belongs to. */
    public static void arrive(Feed feed, String host, long offset, String json) {
        Topic topic = json.contains("machineIdHash") ? Topic.HOSTS : Topic.SYSTEM;
        accept(feed, topic, host, offset, json.getBytes(UTF_8));
    }

    /** A tombstone of what a probe said. */
    public static void forget(Feed feed, String key, long offset) {
        accept(feed, Topic.HOSTS, key, offset, null);
    }

    private static void accept(
            Feed feed, Topic topic, String key, long offset, byte @Nullable [] value) {
        feed.accept(
                new ConsumerRecord<>(
                        topic.topicName(),
                        0,
                        offset,
                        START.plusSeconds(offset).toEpochMilli(),
                        TimestampType.LOG_APPEND_TIME,
                        key.length(),
                        value == null ? -1 : value.length,
                        key.getBytes(UTF_8),
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                System.nanoTime());
    }
}
