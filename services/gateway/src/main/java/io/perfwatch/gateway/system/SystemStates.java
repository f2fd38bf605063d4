package io.perfwatch.gateway.system;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.gateway.system.SystemState.Clients;
import io.perfwatch.gateway.system.SystemState.Probes;
import io.perfwatch.gateway.system.SystemState.TopicState;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks everyone how it is. */
@Component
final class SystemStates {
    private final Feed feed;
    private final DatabaseStates database;
    private final MeterRegistry meters;

    SystemStates(Feed feed, DatabaseStates database, MeterRegistry meters) {
        this.feed = feed;
        this.database = database;
        this.meters = meters;
    }

    SystemState now() {
        DatabaseStates.Answer answer = database.now();
        Map<TopicPartition, Long> positions = feed.look(FeedView::positions);
        return new SystemState(
                Objects.requireNonNullElse(
                        SystemStates.class.getPackage().getImplementationVersion(), "development"),
                probes(),
                answer.database(),
                Arrays.stream(Topic.values())
                        .map(topic -> topic(topic.topicName(), positions, answer.watermarks()))
                        .toList(),
                clients());
    }

    private List<Probes> probes() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (FeedEvent event : feed.look(SystemStates::descriptions)) {
            JsonNode probe = EventJson.mapper().readTree(event.json());
            counts.computeIfAbsent(probe.path("probe").asString(""), _ -> new TreeMap<>())
                    .merge(probe.path("version").asString("unknown"), 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .flatMap(kind ->
                        kind.getValue().entrySet().stream()
                                .map(v -> new Probes(kind.getKey(), v.getKey(), v.getValue())))
                .toList();
    }

    private static List<FeedEvent> descriptions(FeedView view) {
        return view.streams().stream()
                .filter(stream -> stream.topic() == Topic.HOSTS)
                .map(view::newest)
                .filter(events -> !events.isEmpty())
                .map(List::getLast)
                .toList();
    }

    private static TopicState topic(
            String name,
            Map<TopicPartition, Long> positions,
            Map<TopicPartition, DatabaseStates.Watermark> watermarks) {
        long records = 0;
        long unstored = 0;
        Map<String, Instant> until = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
            if (position.getKey().topic().equals(name)) {
                DatabaseStates.Watermark mark = watermarks.get(position.getKey());
                records += position.getValue();
                unstored +=
                        Math.max(0, position.getValue() - (mark == null ? 0 : mark.nextOffset()));
                if (mark != null) {
                    until.merge(name, mark.append(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        return new TopicState(name, records, unstored, until.get(name));
    }

    private Clients clients() {
        return new Clients(
                meter("perfwatch.live.clients"),
                meter("perfwatch.live.queued"),
                meter("perfwatch.live.delivered"),
                meter("perfwatch.live.dropped"),
                meter("perfwatch.feed.recent"));
    }

    /** Meters are what the other features tell of themselves. */
    private long meter(String name) {
        return meters.find(name).meters().stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToLong(SystemStates::whole)
                .sum();
    }

    private static long whole(Measurement measurement) {
        return Math.round(measurement.getValue());
    }
}
