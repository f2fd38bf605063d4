package io.perfwatch.gateway.live;

import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What a client wants.
 *
 * @param hosts names; {@code *} is every host
 * @param cursor of a partition that is resumed, the first offset that the client has not got
 * @param since of the other partitions, nothing that was appended earlier
 */
record Subscription(
        Set<String> hosts, Set<Topic> topics, Map<TopicPartition, Long> cursor, Instant since) {
    static final String ANY_HOST = "*";

    /** Before a client has said anything. */
    static final Subscription NONE = new Subscription(Set.of(), Set.of(), Map.of(), Instant.EPOCH);

    Subscription {
        hosts = Set.copyOf(hosts);
        topics = Set.copyOf(topics);
        cursor = Map.copyOf(cursor);
    }

    Subscription withCursor(Map<TopicPartition, Long> other) {
        return new Subscription(hosts, topics, other, since);
    }

    boolean wants(StreamKey stream) {
        return topics.contains(stream.topic())
                && (hosts.contains(ANY_HOST) || hosts.contains(stream.host()));
    }

    /** Whether the event is wanted and not from before what the client asked for. */
    boolean wants(FeedEvent event) {
        return wants(event.stream()) && isNewEnough(event);
    }

    boolean isNewEnough(FeedEvent event) {
        Long resumed = cursor.get(event.topicPartition());
        return resumed != null
                ? event.offset() >= resumed
                : event.appendedMillis() >= since.toEpochMilli();
    }
}
