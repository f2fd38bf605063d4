package io.perfwatch.gateway.live;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    static byte[] sample(FeedEvent event) {
        String start =
                start("sample", event.stream(), cursor(event.topicPartition(), event.offset() + 1));
        return join(start + ",\"event\":", List.of(event), "}");
    }

    /**
     * @param next where the partition goes on after this chunk; null while more of it follows
     */
    static byte[] replay(List<FeedEvent> events, @Nullable Long next) {
        FeedEvent first = events.getFirst();
        String cursor = next == null ? "{}" : cursor(first.topicPartition(), next);
        return join(start("replay", first.stream(), cursor) + ",\"events\":[", events, "]}");
    }

    /** UTF-8; each event's own bytes between commas. */
    private static byte[] join(String start, List<FeedEvent> events, String end) {
        byte[] before = start.getBytes(UTF_8);
        byte[] after = end.getBytes(UTF_8);
        List<byte[]> jsons = events.stream().map(FeedEvent::json).toList();
        int commas = jsons.size() - 1;
        int length = jsons.stream().mapToInt(json -> json.length).sum() + commas;
        ByteBuffer joined = ByteBuffer.allocate(before.length + length + after.length);
        joined.put(before).put(jsons.getFirst());
        jsons.stream().skip(1).forEach(json -> joined.put((byte) ',').put(json));
        return joined.put(after).array();
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
