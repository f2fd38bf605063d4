package io.perfwatch.gateway.history;

import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers questions from the database, and the newest seconds from memory. */
@Component
final class Histories {
    private final StoredPacks stored;
    private final RecentPacks recent;
    private final QuestionReader limits;
    private final Feed feed;

    Histories(StoredPacks stored, RecentPacks recent, QuestionReader limits, Feed feed) {
        this.stored = stored;
        this.recent = recent;
        this.limits = limits;
        this.feed = feed;
    }

    History answer(Question question) {
        HistoryBuilder builder = new HistoryBuilder(question, limits::checkSeries);
        Map<String, Long> watermarks = stored.watermarks();
        stored.read(question, builder::addStored);
        recent.read(question, builder::addRecent);
        return builder.build(
                until(question),
                (host, topic) -> watermarks.getOrDefault(partition(host, topic), Long.MIN_VALUE));
    }

    /** What is newer than the newest event comes live. */
    private Instant until(Question question) {
        return question.hosts().stream()
                .flatMap(host -> newest(host, Topic.SYSTEM).stream())
                .map(FeedEvent::appendedMillis)
                .max(Long::compare)
                .map(millis -> Instant.ofEpochMilli(millis + 1))
                .filter(newest -> newest.isBefore(question.to()))
                .orElse(question.to());
    }

    private String partition(String host, String topic) {
        return Topic.ofName(topic).map(known -> newest(host, known)).orElse(List.of()).stream()
                .map(event -> event.topicPartition().toString())
                .findFirst()
                .orElse("");
    }

    private List<FeedEvent> newest(String host, Topic topic) {
        return feed.look(view -> view.newest(new StreamKey(topic, host)));
    }
}
