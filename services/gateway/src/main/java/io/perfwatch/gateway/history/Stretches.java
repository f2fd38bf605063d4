package io.perfwatch.gateway.history;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Everything that is known of what is asked for: from a tier, where that ends from the finer ones,
 * and where the database ends from memory.
 */
@Component
final class Stretches {
    private final StoredStretches stored;
    private final RecentStretches recent;
    private final Clock clock;

    Stretches(StoredStretches stored, RecentStretches recent, Clock clock) {
        this.stored = stored;
        this.recent = recent;
        this.clock = clock;
    }

    /**
     * Of each stream in the order of time, nothing twice.
     *
     * @param sink takes what is in the database
     * @param recentSink takes, after that, what only memory has
     */
    void read(Question question, Tier tier, Consumer<Stretch> sink, Consumer<Stretch> recentSink) {
        Seam seam = new Seam(question);
        stored.read(
                question,
                tier,
                next -> next == tier ? question.range().from() : begin(next, question, seam),
                stretch -> seam.pass(stretch, sink));
        recent.read(question, stretch -> seam.pass(stretch, recentSink));
    }

    /** Where the coarser tier ends, or may end at the earliest. */
    private Instant begin(Tier tier, Question question, Seam seam) {
        return Collections.max(
                List.of(
                        question.range().from(),
                        seam.coveredUntil(),
                        clock.instant().minus(tier.coarser().lag())));
    }

    /** Passes on of each stream only what is later than all before. */
    private static final class Seam {
        private final Question question;
        private final Map<Stream, Long> covered = new HashMap<>();

        Seam(Question question) {
            this.question = question;
        }

        void pass(Stretch stretch, Consumer<Stretch> sink) {
            long after = covered.getOrDefault(stretch.stream(), Long.MIN_VALUE);
            long from = question.range().from().toEpochMilli();
            Stretch news =
                    stretch.within(Math.max(from, after + 1), question.range().to().toEpochMilli());
            if (!news.isEmpty()) {
                covered.put(stretch.stream(), news.last(news.end() - 1));
                sink.accept(news);
            }
        }

        /** Of the streams that were met, the one that ends first. */
        Instant coveredUntil() {
            return covered.values().stream()
                    .min(Long::compare)
                    .map(Instant::ofEpochMilli)
                    .orElse(Instant.MIN);
        }
    }
}
