package io.perfwatch.gateway.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of every stream the newest event of each family: slow families are as present as fast ones. Holds
 * each event once a family.
 */
final class Newest {
    private final Map<StreamKey, Map<String, FeedEvent>> streams = new HashMap<>();

    void add(FeedEvent event, Set<String> families) {
        Map<String, FeedEvent> newest =
                streams.computeIfAbsent(event.stream(), _ -> new HashMap<>());
        families.forEach(family -> put(newest, family, event));
        put(newest, "", event);
    }

    private static void put(Map<String, FeedEvent> newest, String family, FeedEvent event) {
        event.payload().hold();
        FeedEvent older = newest.put(family, event);
        if (older != null) {
            older.payload().release();
        }
    }

    void forget(StreamKey stream) {
        Map<String, FeedEvent> forgotten = streams.remove(stream);
        if (forgotten != null) {
            forgotten.values().forEach(event -> event.payload().release());
        }
    }

    void forgetHost(String host) {
        streams().stream().filter(stream -> stream.host().equals(host)).forEach(this::forget);
    }

    Collection<StreamKey> streams() {
        return List.copyOf(streams.keySet());
    }

    /** In the order of their offsets, to be read later; the last is the newest of all. */
    List<FeedEvent> of(StreamKey stream) {
        return streams.getOrDefault(stream, Map.of()).values().stream()
                .distinct()
                .peek(event -> event.payload().lend())
                .sorted(Comparator.comparingLong(FeedEvent::offset))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
