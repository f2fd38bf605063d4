package io.perfwatch.gateway.system;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How PerfWatch is.
 *
 * @param version of the gateway; {@code development} if it was not built
 * @param probes how many there are of each kind and version
 * @param database absent while it does not answer
 * @param topics by name
 */
record SystemState(
        String version,
        List<Probes> probes,
        @Nullable Database database,
        List<TopicState> topics,
        Clients clients) {

    /** Probes of one kind and version. */
    record Probes(String probe, String version, long count) {}

    /**
     * The database.
     *
     * @param version of the server
     * @param sizeBytes of everything in it
     * @param tiers from the finest
     */
    record Database(String version, long sizeBytes, List<TierState> tiers) {}

    /**
     * A tier of history.
     *
     * @param sizeBytes with indexes and TOAST
     * @param partitions tables that it has
     * @param oldest beginning of the oldest of them; absent if there is none
     */
    record TierState(String tier, long sizeBytes, long partitions, @Nullable Instant oldest) {}

    /**
     * A topic.
     *
     * @param records that the gateway has read or passed over, all partitions together
     * @param unstoredRecords how many of them are not known to be in the database; the newest
     *     minute always is not
     * @param storedUntil when the broker took the newest record that the persister had read; absent
     *     if it has read none
     */
    record TopicState(
            String topic, long records, long unstoredRecords, @Nullable Instant storedUntil) {}

    /**
     * Who listens.
     *
     * @param connected WebSocket clients
     * @param queued events that wait for them
     * @param delivered events since the start
     * @param dropped events that were left out for slow ones
     * @param recentBytes of memory that hold the newest minutes
     */
    record Clients(long connected, long queued, long delivered, long dropped, long recentBytes) {}
}
