package io.perfwatch.sampling;

import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what the host and the probe are: at the start, when it changes, and every ten minutes. */
public final class InventoryPublisher {
    private static final long REPEAT_NANOS = Duration.ofMinutes(10).toNanos();

    private final ProbeIdentity identity;
    private final EventPublisher publisher;
    private @Nullable HostFacts published;
    private long publishedNanos;

    public InventoryPublisher(ProbeIdentity identity, EventPublisher publisher) {
        this.identity = identity;
        this.publisher = publisher;
    }

    /** To be called with what is known now, as often as one likes. */
    public synchronized void offer(HostFacts facts, long nanoTime, Instant wallTime) {
        boolean due = published == null || nanoTime - publishedNanos >= REPEAT_NANOS;
        if (due || !facts.equals(published)) {
            publisher.publish(Topic.HOSTS, facts.event(identity.next(Topic.HOSTS, wallTime)));
            published = facts;
            publishedNanos = nanoTime;
        }
    }
}
