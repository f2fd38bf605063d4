package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What one host sent to one topic within one minute of its clock, or a part of that.
 *
 * @param partition of the topic, in which all of the host's events are
 * @param packs by family
 * @param events each is in some of the packs
 * @param appends when the broker took each event
 * @param newest event of these
 */
public record Minute(
        String topic,
        int partition,
        String host,
        Instant start,
        Map<String, Pack> packs,
        List<Sample> events,
        List<Instant> appends,
        Newest newest) {

    public Minute {
        packs = Map.copyOf(packs);
        events = List.copyOf(events);
        appends = List.copyOf(appends);
    }

    /**
     * The newest event.
     *
     * @param append when the broker took it
     * @param time when it was sampled
     */
    public record Newest(Instant append, Instant time, UUID run, long sequence) {}

    /** When the broker took the first of its events; {@link Instant#MAX} if there is none. */
    Instant firstAppend() {
        return appends.stream().min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** Without what the broker took until {@code end}. */
    Minute after(Instant end) {
        if (firstAppend().isAfter(end)) {
            return this;
        }
        List<Integer> kept =
                IntStream.range(0, events.size())
                        .filter(i -> appends.get(i).isAfter(end))
                        .boxed()
                        .toList();
        Set<Sample> samples = new HashSet<>(kept.stream().map(events::get).toList());
        Map<String, Pack> parts = new HashMap<>();
        packs.forEach((family, pack) -> {
            Pack part = pack.only(samples::contains);
            if (!part.isEmpty()) {
                parts.put(family, part);
            }
        });
        return new Minute(
                topic,
                partition,
                host,
                start,
                parts,
                kept.stream().map(events::get).toList(),
                kept.stream().map(appends::get).toList(),
                newest);
    }
}
