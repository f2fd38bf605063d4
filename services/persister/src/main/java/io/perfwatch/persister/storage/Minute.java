package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one host sent to one topic within one minute of its clock, or a part of that.
 *
 * @param partition of the topic, in which all of the host's events are
 * @param packs by family
 * @param events each is in some of the packs
 * @param newest event of these
 */
public record Minute(
        String topic,
        int partition,
        String host,
        Instant start,
        Map<String, Pack> packs,
        List<Sample> events,
        Newest newest) {

    public Minute {
        packs = Map.copyOf(packs);
        events = List.copyOf(events);
    }

    /**
     * The newest event.
     *
     * @param append when the broker took it
     * @param time when it was sampled
     */
    public record Newest(Instant append, Instant time, UUID run, long sequence) {}
}
