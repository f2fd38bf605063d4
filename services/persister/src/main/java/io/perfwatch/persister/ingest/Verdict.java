package io.perfwatch.persister.ingest;

import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.PersisterProperties;
import io.perfwatch.persister.retention.Retention;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an event's time is one to store it under. Judged against the broker's append time, so
 * that the verdict is the same whenever the record is read.
 */
final class Verdict {
    private final Duration tolerance;
    private final Retention retention;

    Verdict(PersisterProperties properties, Retention retention) {
        this.tolerance = properties.tolerance();
        this.retention = retention;
    }

    /**
     * @return false if it is too old to be stored; what a compacted topic keeps never is
     * @throws MalformedEventException if it is ahead
     */
    boolean isToBeStored(Topic topic, Envelope envelope, Instant append) {
        if (envelope.time().isAfter(append.plus(tolerance))) {
            throw new MalformedEventException(
                    "time: %s is more than %s ahead of the broker's %s"
                            .formatted(envelope.time(), tolerance, append));
        }
        return topic.cleanup() == Topic.Cleanup.COMPACT
                || !envelope.time().isBefore(append.minus(retention.current().raw()));
    }
}
