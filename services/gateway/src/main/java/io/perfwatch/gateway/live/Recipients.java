package io.perfwatch.gateway.live;

import io.perfwatch.gateway.feed.StreamKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who wants which stream, remembered until anybody changes their mind: with a thousand clients,
 * asking each of them at each event would cost more than all else. Guarded by the feed.
 */
final class Recipients {
    private record Known(Map<String, String> labels, List<LiveClient> clients) {}

    private final Collection<LiveClient> everybody;
    private final Map<StreamKey, Known> streams = new HashMap<>();

    Recipients(Collection<LiveClient> everybody) {
        this.everybody = everybody;
    }

    /** Somebody came, went or wants something else. */
    void forget() {
        streams.clear();
    }

    /**
     * @param labels of the stream's host, the same instance as long as they do not change
     */
    @SuppressWarnings("ReferenceEquality") // equal but other ones only cost looking again
    List<LiveClient> of(StreamKey stream, Map<String, String> labels) {
        Known known = streams.get(stream);
        if (known == null || known.labels() != labels) {
            known = new Known(labels, select(stream, labels));
            streams.put(stream, known);
        }
        return known.clients();
    }

    private List<LiveClient> select(StreamKey stream, Map<String, String> labels) {
        return everybody.stream()
                .filter(client -> client.subscription().wants(stream, labels))
                .toList();
    }
}
