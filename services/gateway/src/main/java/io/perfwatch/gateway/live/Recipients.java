package io.perfwatch.gateway.live;

import io.perfwatch.gateway.feed.StreamKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Who wants which stream, remembered: with a thousand clients, asking each of them at each event
 * would cost more than all else. Who comes, goes or changes their mind is asked alone. Guarded by
 * the feed.
 */
final class Recipients<C> {
    private record Known<C>(Map<String, String> labels, List<C> clients) {}

    private final Collection<C> everybody;
    private final Function<C, Subscription> subscription;
    private final Map<StreamKey, Known<C>> streams = new HashMap<>();

    /**
     * @param everybody who is there, at any time
     */
    Recipients(Collection<C> everybody, Function<C, Subscription> subscription) {
        this.everybody = everybody;
        this.subscription = subscription;
    }

    /** The client came, went or wants something else. */
    void changed(C client) {
        boolean isThere = everybody.contains(client);
        Subscription wish = subscription.apply(client);
        streams.forEach((stream, known) -> {
            known.clients().remove(client);
            if (isThere && wish.wants(stream, known.labels())) {
                known.clients().add(client);
            }
        });
    }

    /**
     * @param labels of the stream's host, the same instance as long as they do not change
     */
    @SuppressWarnings("ReferenceEquality") // equal but other ones only cost looking again
    List<C> of(StreamKey stream, Map<String, String> labels) {
        Known<C> known = streams.get(stream);
        if (known == null || known.labels() != labels) {
            known = new Known<>(labels, select(stream, labels));
            streams.put(stream, known);
        }
        return known.clients();
    }

    private List<C> select(StreamKey stream, Map<String, String> labels) {
        List<C> clients = new ArrayList<>();
        for (C client : everybody) {
            if (subscription.apply(client).wants(stream, labels)) {
                clients.add(client);
            }
        }
        return clients;
    }
}
