package io.perfwatch.gateway.live;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the gateway says over the WebSocket, as JSON text. */
final class LiveMessages {
    private record Subscribed(
            String type,
            Collection<String> hosts,
            @JsonInclude(NON_EMPTY) Map<String, String> labels,
            List<String> topics,
            @Nullable String view,
            Map<String, Long> cursor) {}

    private record Dropped(String type, String topic, String host, long count) {}

    private record Gap(
            String type, String topic, int partition, long from, long to, String reason) {}

    private record Problem(String type, String title, String detail, int status) {}

    private LiveMessages() {}

    /** The event's own bytes inside an envelope; names of hosts and topics need no escaping. */
    static String sample(FeedEvent event) {
        return start("sample", event.stream(), cursor(event.topicPartition(), event.offset() + 1))
                + ",\"event\":"
                + event.json()
                + "}";
    }

    /**
     * @param next where the partition goes on after this chunk; null while more of it follows
     */
    static String replay(List<FeedEvent> events, @Nullable Long next) {
        FeedEvent first = events.getFirst();
        return events.stream()
                .map(FeedEvent::json)
                .collect(
                        Collectors.joining(
                                ",",
                                start(
                                                "replay",
                                                first.stream(),
                                                next == null
                                                        ? "{}"
                                                        : cursor(first.topicPartition(), next))
                                        + ",\"events\":[",
                                "]}"));
    }

    private static String start(String type, StreamKey stream, String cursor) {
        return "{\"type\":\""
                + type
                + "\",\"topic\":\""
                + stream.topic().topicName()
                + "\",\"host\":\""
                + stream.host()
                + "\",\"cursor\":"
                + cursor;
    }

    private static String cursor(TopicPartition partition, long next) {
        return "{\"" + partition + "\":" + next + "}";
    }

    static String subscribed(Subscription subscription, Map<TopicPartition, Long> positions) {
        Map<String, Long> cursor = new TreeMap<>();
        positions.forEach((partition, next) -> cursor.put(partition.toString(), next));
        return write(
                new Subscribed(
                        "subscribed",
                        subscription.hosts().names(),
                        subscription.hosts().labels(),
                        subscription.topics().stream().map(Topic::topicName).sorted().toList(),
                        subscription.fleet() ? "fleet" : null,
                        new LinkedHashMap<>(cursor)));
    }

    static String names(List<String> hosts) {
        return write(hosts);
    }

    static String dropped(StreamKey stream, long count) {
        return write(new Dropped("dropped", stream.topic().topicName(), stream.host(), count));
    }

    /**
     * @param from first offset that is missing
     * @param to first that is not
     */
    static String gap(TopicPartition partition, long from, long to, String reason) {
        return write(new Gap("gap", partition.topic(), partition.partition(), from, to, reason));
    }

    static String problem(int status, String title, String detail) {
        return write(new Problem("problem", title, detail, status));
    }

    private static String write(Object message) {
        return EventJson.mapper().writeValueAsString(message);
    }
}
