package io.perfwatch.gateway.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Every host of which anything has been heard, by name. */
final class KnownHosts {
    private final Map<String, KnownHost> hosts = new TreeMap<>();

    void add(FeedEvent event, UUID run, Digest digest) {
        hosts.computeIfAbsent(event.stream().host(), _ -> new KnownHost()).add(event, run, digest);
    }

    /**
     * A probe's description is to be forgotten.
     *
     * @return whether the host went with it
     */
    boolean forget(StreamKey stream) {
        KnownHost host = hosts.get(stream.host());
        boolean last = host != null && !host.forget(stream.key());
        if (last) {
            hosts.remove(stream.host());
        }
        return last;
    }

    Map<String, String> labels(String host) {
        KnownHost known = hosts.get(host);
        return known == null ? Map.of() : known.labels();
    }

    List<HostNow> now(Instant since) {
        List<HostNow> now = new ArrayList<>(hosts.size());
        hosts.forEach((name, host) -> now.add(host.now(name, since)));
        return now;
    }
}
