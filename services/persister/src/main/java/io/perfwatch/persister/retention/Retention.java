package io.perfwatch.persister.retention;

import io.perfwatch.persister.PersisterProperties;
import io.perfwatch.persister.table.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** How long each tier is kept: as configured, until somebody sets it at run time. */
@Component
public class Retention {

    /** One duration a tier. */
    public record Durations(Duration raw, Duration minute, Duration hour) {
        Duration of(Tier tier) {
            return switch (tier) {
                case RAW -> raw;
                case MINUTE -> minute;
                case HOUR -> hour;
            };
        }
    }

    private final Durations configured;
    private final CompletableFuture<Void> known = new CompletableFuture<>();
    private volatile Durations current;

    Retention(PersisterProperties properties) {
        configured =
                new Durations(
                        properties.rawRetention(),
                        properties.minuteRetention(),
                        properties.hourRetention());
        current = configured;
    }

    /** Done once all is read that was ever set: before, nothing is dropped and nothing too old. */
    public CompletableFuture<Void> known() {
        return known.copy();
    }

    public void allRead() {
        known.complete(null);
    }

    public Durations current() {
        return current;
    }

    public void set(Durations durations) {
        current = durations;
    }

    /** As if nobody had ever set it. */
    public void reset() {
        current = configured;
    }

    /** What was sampled before, no tier keeps in this resolution. */
    Instant border(Tier tier, Instant now) {
        return now.minus(current.of(tier));
    }
}
