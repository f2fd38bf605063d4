package io.perfwatch.persister.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the ingest is, for health and metrics. */
@Component
class IngestStatus {
    private final Clock clock;
    private final AtomicReference<@Nullable String> problem =
            new AtomicReference<>("nothing was asked of the database yet");
    private volatile @Nullable String end;
    private volatile long bytes;
    private volatile Instant oldest = Instant.MAX;

    IngestStatus(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("perfwatch.persister.open.bytes", this, s -> s.bytes)
                .description("About how much memory open minutes take")
                .register(meters);
        Gauge.builder("perfwatch.persister.behind", this, s -> s.behind().toMillis() / 1000.0)
                .description("Age of the oldest record that is not stored, by the broker's clock")
                .baseUnit("seconds")
                .register(meters);
    }

    private Duration behind() {
        Instant now = clock.instant();
        return oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }

    void open(long openBytes, Instant oldestAppend) {
        bytes = openBytes;
        oldest = oldestAppend;
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
