package io.perfwatch.gateway.history;

import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Answers questions from the tier that fits. */
@Component
final class Histories {
    private final TierChoice tiers;
    private final Stretches stretches;
    private final RecentStretches recent;
    private final QuestionReader limits;
    private final Losses losses;
    private final Feed feed;

    Histories(
            TierChoice tiers,
            Stretches stretches,
            RecentStretches recent,
            QuestionReader limits,
            Losses losses,
            Feed feed) {
        this.tiers = tiers;
        this.stretches = stretches;
        this.recent = recent;
        this.limits = limits;
        this.losses = losses;
        this.feed = feed;
    }

    /**
     * @param share that the answer has of the memory until it has gone out
     */
    History answer(Question question, AnswerMemory.Share share) {
        Tier tier = tiers.of(question.range(), question.points());
        HistoryBuilder builder =
                new HistoryBuilder(
                        question,
                        tier,
                        series -> {
                            limits.checkSeries(series);
                            share.grow(series * question.mostOfSeries());
                        });
        stretches.read(question, tier, builder::addStored, builder::addRecent);
        return builder.build(
                until(question),
                recent::mayMiss,
                (host, topic) -> losses.arePossible(host, topic, question.range()));
    }

    /** What is newer than the newest event comes live. */
    private Instant until(Question question) {
        return question.hosts().stream()
                .map(host -> new StreamKey(Topic.SYSTEM, host))
                .flatMap(stream -> feed.look(view -> view.newest(stream)).stream())
                .map(FeedEvent::appendedMillis)
                .max(Long::compare)
                .map(millis -> Instant.ofEpochMilli(millis + 1))
                .filter(newest -> newest.isBefore(question.range().to()))
                .orElse(question.range().to());
    }
}
