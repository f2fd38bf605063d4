package io.perfwatch.persister.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perfwatch.metric.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the ingest is, for health and metrics. */
@Component
class IngestStatus {
    private static final String NOT_READY =
            "%s and %s were not read to their ends yet"
                    .formatted(Topic.SETTINGS.topicName(), Topic.HOSTS.topicName());
    private static final String NOT_ASKED = "nothing was asked of the database yet";

    private final Clock clock;
    private final AtomicReference<@Nullable String> problem = new AtomicReference<>(NOT_READY);
    private final Map<String, OpenState> loops = new ConcurrentHashMap<>();
    private volatile @Nullable String end;

    IngestStatus(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("perfwatch.persister.open.bytes", this, s -> s.sum(OpenState::bytes))
                .description("About how much memory takes what is not stored yet")
                .register(meters);
        Gauge.builder("perfwatch.persister.open.packs", this, s -> s.sum(OpenState::packs))
                .description("Packs that are not stored yet")
                .register(meters);
        for (Topic topic : Topic.values()) {
            Gauge.builder(
                            "perfwatch.persister.behind",
                            this,
                            s -> s.behind(topic).toMillis() / 1000.0)
                    .description("Age of the oldest record that is not stored, by its append time")
                    .baseUnit("seconds")
                    .tag("topic", topic.topicName())
                    .register(meters);
        }
    }

    private long sum(ToLongFunction<OpenState> number) {
        return loops.values().stream().mapToLong(number).sum();
    }

    private Duration behind(Topic topic) {
        Instant now = clock.instant();
        return loops.values().stream()
                .map(state -> state.oldest().getOrDefault(topic, now))
                .filter(oldest -> oldest.isBefore(now))
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }

    /** What the loop of that name has now. */
    void saw(String loop, OpenState state) {
        loops.put(loop, state);
    }

    /** What has to be known before anything is stored is known. */
    void begins() {
        problem.compareAndSet(NOT_READY, NOT_ASKED);
    }

    void databaseAnswers() {
        problem.set(null);
    }

    /**
     * @return whether it is news
     */
    boolean databaseFails(String message) {
        return !message.equals(problem.getAndSet(message));
    }

    /** Why the database does not take anything, null if it does. */
    @Nullable String problem() {
        return problem.get();
    }

    void ended(String reason) {
        end = reason;
    }

    /** Why nothing is read any more, null while it is. */
    @Nullable String end() {
        return end;
    }
}
