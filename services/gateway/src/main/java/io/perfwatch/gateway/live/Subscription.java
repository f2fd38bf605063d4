package io.perfwatch.gateway.live;

import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What a client wants.
 *
 * @param topics of which it gets each event
 * @param fleet whether it gets once a second how all its hosts are
 * @param cursor of a partition that is resumed, the first offset that the client has not got
 * @param since of the other partitions, nothing that was appended earlier
 */
record Subscription(
        HostSelection hosts,
        Set<Topic> topics,
        boolean fleet,
        Map<TopicPartition, Long> cursor,
        Instant since) {
    /** Before a client has said anything. */
    static final Subscription NONE =
            new Subscription(HostSelection.NONE, Set.of(), false, Map.of(), Instant.EPOCH);

    Subscription {
        topics = Set.copyOf(topics);
        cursor = Map.copyOf(cursor);
    }

    Subscription without(TopicPartition partition) {
        Map<TopicPartition, Long> rest = new HashMap<>(cursor);
        rest.remove(partition);
        return withCursor(rest);
    }

    Subscription withCursor(Map<TopicPartition, Long> other) {
        return new Subscription(hosts, topics, fleet, other, since);
    }

    /**
     * @param labels of the stream's host
     */
    boolean wants(StreamKey stream, Map<String, String> labels) {
        return topics.contains(stream.topic()) && hosts.includes(stream.host(), labels);
    }

    /** Whether it is not from before what the client asked for. */
    boolean isNewEnough(FeedEvent event) {
        Long resumed = cursor.get(event.topicPartition());
        return resumed != null
                ? event.offset() >= resumed
                : event.appendedMillis() >= since.toEpochMilli();
    }
}
