package io.perfwatch.gateway.host;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.gateway.feed.StreamKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** All hosts of which anything is known. */
@Component
final class Hosts {
    private final Feed feed;
    private final GatewayProperties.Hosts limits;
    private final Clock clock;

    Hosts(Feed feed, GatewayProperties properties, Clock clock) {
        this.feed = feed;
        limits = properties.hosts();
        this.clock = clock;
    }

    /** By name. */
    List<HostView> all() {
        return find(_ -> true);
    }

    Optional<HostView> named(String host) {
        return find(stream -> stream.host().equals(host)).stream().findFirst();
    }

    private List<HostView> find(Predicate<StreamKey> wanted) {
        Instant now = clock.instant();
        Map<String, List<FeedEvent>> newest = feed.look(view -> newest(view, wanted));
        return newest.entrySet().stream()
                .map(host -> view(host.getKey(), KnownHost.of(host.getValue()), now))
                .toList();
    }

    private static Map<String, List<FeedEvent>> newest(FeedView view, Predicate<StreamKey> wanted) {
        Map<String, List<FeedEvent>> hosts = new TreeMap<>();
        view.streams().stream()
                .filter(wanted)
                .forEach(stream ->
                        hosts.computeIfAbsent(stream.host(), _ -> new ArrayList<>())
                                .addAll(view.newest(stream)));
        return hosts;
    }

    private HostView view(String name, KnownHost host, Instant now) {
        Instant lastSeen = host.lastSeen();
        HostState state = HostState.after(Duration.between(lastSeen, now), limits);
        List<JsonNode> probes = host.descriptions();
        return new HostView(
                name,
                state,
                lastSeen,
                state == HostState.GONE ? Map.of() : host.headline(),
                probes.stream()
                                .map(probe -> probe.path("machineIdHash").asString(""))
                                .filter(hash -> !hash.isEmpty())
                                .distinct()
                                .count()
                        > 1,
                probes);
    }
}
