package io.perfwatch.gateway.live;

import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.gateway.feed.RecentEvents;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Finds out, while nothing arrives, what a client gets before it goes on live. */
final class ReplayPlan {
    static final String NOT_HELD = "no longer in memory";
    static final String BEGAN_ANEW = "the topic began anew";

    private final FeedView feed;
    private final Subscription before;
    private final Subscription asked;
    private final Set<TopicPartition> begunAnew;
    private final List<String> gaps = new ArrayList<>();
    private final Map<TopicPartition, List<Replay.Part>> parts =
            new TreeMap<>(
                    Comparator.comparing(TopicPartition::topic)
                            .thenComparingInt(TopicPartition::partition));

    /**
     * @param before what the client had until now: of those streams it has missed nothing
     * @param begunAnew partitions whose place in the cursor is from another life of the topic
     */
    ReplayPlan(
            FeedView feed, Subscription before, Subscription asked, Set<TopicPartition> begunAnew) {
        this.feed = feed;
        this.before = before;
        this.asked = asked;
        this.begunAnew = begunAnew;
    }

    Replay replay() {
        Subscription subscription = asked.withCursor(cursor());
        feed.streams().stream().filter(this::isNew).forEach(s -> addNewest(s, subscription));
        for (RecentEvents events : feed.since(this::isNew, subscription.since().toEpochMilli())) {
            if (!subscription.cursor().containsKey(events.partition())) {
                add(new Replay.Part(events, subscription::isNewEnough));
            }
        }
        subscription.cursor().forEach((partition, next) -> resume(subscription, partition, next));
        return new Replay(subscription, positions(subscription), gaps, parts);
    }

    /** Never before what the client has: a feed that has just begun may not be there yet. */
    private Map<TopicPartition, Long> positions(Subscription subscription) {
        Map<TopicPartition, Long> positions = new HashMap<>(feed.positions());
        positions.keySet().removeIf(partition -> !isOfProbes(partition));
        subscription
                .cursor()
                .forEach((partition, next) -> positions.merge(partition, next, Math::max));
        return positions;
    }

    private boolean isNew(StreamKey stream) {
        Map<String, String> labels = feed.labels(stream.host());
        return asked.wants(stream, labels) && !before.wants(stream, labels);
    }

    /** What a client could not subscribe to, it need not resume. */
    private static boolean isOfProbes(TopicPartition partition) {
        return Topic.ofName(partition.topic()).filter(Topic::isOfProbes).isPresent();
    }

    private Map<TopicPartition, Long> cursor() {
        Map<TopicPartition, Long> cursor = new HashMap<>(asked.cursor());
        for (TopicPartition partition : begunAnew) {
            Long next = cursor.remove(partition);
            if (next != null) {
                gaps.add(LiveMessages.gap(partition, next, next, BEGAN_ANEW));
            }
        }
        return cursor;
    }

    private void addNewest(StreamKey stream, Subscription subscription) {
        List<FeedEvent> older =
                feed.newest(stream).stream()
                        .filter(e -> !subscription.cursor().containsKey(e.topicPartition()))
                        .filter(e -> !subscription.isNewEnough(e))
                        .toList();
        if (!older.isEmpty()) {
            TopicPartition partition = older.getFirst().topicPartition();
            add(new Replay.Part(new RecentEvents.Plain(partition, older), _ -> true));
        }
    }

    private void resume(Subscription subscription, TopicPartition partition, long next) {
        long kept = feed.keptFrom(partition);
        if (next < kept) {
            gaps.add(LiveMessages.gap(partition, next, kept, NOT_HELD));
        }
        feed.from(this::isAsked, partition, next)
                .forEach(events -> add(new Replay.Part(events, subscription::isNewEnough)));
    }

    private boolean isAsked(StreamKey stream) {
        return asked.wants(stream, feed.labels(stream.host()));
    }

    private void add(Replay.Part part) {
        parts.computeIfAbsent(part.events().partition(), _ -> new ArrayList<>()).add(part);
    }
}
