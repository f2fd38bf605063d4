package io.perfwatch.gateway.history;

import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.gateway.feed.RecentEvents;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** What memory holds and the database does not. */
@Component
final class RecentStretches {
    private final Feed feed;
    private final Watermarks watermarks;

    RecentStretches(Feed feed, Watermarks watermarks) {
        this.feed = feed;
        this.watermarks = watermarks;
    }

    /** Of each host and family in order. */
    void read(Question question, Consumer<Stretch> sink) {
        Map<TopicPartition, Long> stored = watermarks.nextOffsets();
        Map<StreamKey, List<RecentEvents>> recent =
                feed.look(view -> unstored(view, question, stored));
        recent.forEach((stream, segments) -> {
            EventColumns columns = new EventColumns(question);
            for (RecentEvents segment : segments) {
                long from = stored.getOrDefault(segment.partition(), 0L);
                segment.read().stream().filter(e -> e.offset() >= from).forEach(columns::add);
            }
            columns.stretches(stream).forEach(sink);
        });
    }

    private static Map<StreamKey, List<RecentEvents>> unstored(
            FeedView view, Question question, Map<TopicPartition, Long> stored) {
        Map<StreamKey, List<RecentEvents>> unstored = new HashMap<>();
        for (StreamKey stream : streams(question)) {
            List<FeedEvent> newest = view.newest(stream);
            if (!newest.isEmpty()) {
                TopicPartition partition = newest.getLast().topicPartition();
                unstored.put(
                        stream,
                        new ArrayList<>(
                                view.from(
                                        stream::equals,
                                        partition,
                                        stored.getOrDefault(partition, 0L))));
            }
        }
        return unstored;
    }

    private static List<StreamKey> streams(Question question) {
        return question.hosts().stream()
                .flatMap(host ->
                        Arrays.stream(Topic.values())
                                .filter(topic -> topic.isOfProbes() && topic != Topic.HOSTS)
                                .map(topic -> new StreamKey(topic, host)))
                .toList();
    }

    /** Whether of the stream's partition something is neither in the database nor in memory. */
    boolean mayMiss(String host, String topic) {
        Map<TopicPartition, Long> stored = watermarks.nextOffsets();
        return Topic.ofName(topic).map(known -> new StreamKey(known, host)).stream()
                .flatMap(stream -> feed.look(view -> view.newest(stream)).stream())
                .map(FeedEvent::topicPartition)
                .anyMatch(partition ->
                        feed.look(view -> view.keptFrom(partition))
                                > stored.getOrDefault(partition, 0L));
    }
}
