package io.perfwatch.gateway.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Of every stream the newest event of each family: slow families are as present as fast ones. */
final class Newest {
    private final Map<StreamKey, Map<String, FeedEvent>> streams = new HashMap<>();

    void add(FeedEvent event, Set<String> families) {
        Map<String, FeedEvent> newest =
                streams.computeIfAbsent(event.stream(), _ -> new HashMap<>());
        families.forEach(family -> newest.put(family, event));
        newest.put("", event);
    }

    void forget(StreamKey stream) {
        streams.remove(stream);
    }

    void forgetHost(String host) {
        streams.keySet().removeIf(stream -> stream.host().equals(host));
    }

    Collection<StreamKey> streams() {
        return List.copyOf(streams.keySet());
    }

    /** In the order of their offsets; the last is the newest of all. */
    List<FeedEvent> of(StreamKey stream) {
        return streams.getOrDefault(stream, Map.of()).values().stream()
                .distinct()
                .sorted(Comparator.comparingLong(FeedEvent::offset))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
