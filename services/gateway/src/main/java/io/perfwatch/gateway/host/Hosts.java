package io.perfwatch.gateway.host;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.metric.EventJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.JsonNode;

/** All hosts of which anything is known: those that report now, and those in the database. */
@Component
final class Hosts {
    private static final Logger log = LoggerFactory.getLogger(Hosts.class);

    private final Feed feed;
    private final StoredHosts stored;
    private final GatewayProperties.Hosts limits;
    private final Clock clock;

    Hosts(Feed feed, StoredHosts stored, GatewayProperties properties, Clock clock) {
        this.feed = feed;
        this.stored = stored;
        limits = properties.hosts();
        this.clock = clock;
    }

    /** By name; without the database, those that report. */
    List<HostView> all() {
        Instant now = clock.instant();
        Map<String, HostView> hosts = new TreeMap<>();
        for (StoredHost host : fromDatabase()) {
            hosts.put(host.name(), view(host, now));
        }
        feed.look(Hosts::newest)
                .forEach((name, events) -> hosts.put(name, view(name, KnownHost.of(events), now)));
        return List.copyOf(hosts.values());
    }

    Optional<HostView> named(String host) {
        return all().stream().filter(view -> view.host().equals(host)).findFirst();
    }

    private List<StoredHost> fromDatabase() {
        try {
            return stored.all();
        } catch (DataAccessException | TransactionException e) {
            log.warn("hosts without the database: {}", e.getMessage());
            return List.of();
        }
    }

    private static Map<String, List<FeedEvent>> newest(FeedView view) {
        Map<String, List<FeedEvent>> hosts = new TreeMap<>();
        view.streams()
                .forEach(stream ->
                        hosts.computeIfAbsent(stream.host(), _ -> new ArrayList<>())
                                .addAll(view.newest(stream)));
        return hosts;
    }

    private HostView view(StoredHost host, Instant now) {
        List<JsonNode> probes =
                host.probes() == null
                        ? List.of()
                        : EventJson.mapper().readTree(host.probes()).valueStream().toList();
        Instant lastSeen = host.lastSeen();
        return new HostView(
                host.name(),
                lastSeen == null ? HostState.GONE : state(lastSeen, now),
                lastSeen,
                Map.of(),
                isConflict(probes),
                probes);
    }

    private HostView view(String name, KnownHost host, Instant now) {
        Instant lastSeen = host.lastSeen();
        HostState state = state(lastSeen, now);
        List<JsonNode> probes = host.descriptions();
        return new HostView(
                name,
                state,
                lastSeen,
                state == HostState.GONE ? Map.of() : host.headline(),
                isConflict(probes),
                probes);
    }

    private HostState state(Instant lastSeen, Instant now) {
        return HostState.after(Duration.between(lastSeen, now), limits);
    }

    private static boolean isConflict(List<JsonNode> probes) {
        return probes.stream()
                        .map(probe -> probe.path("machineIdHash").asString(""))
                        .filter(hash -> !hash.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }
}
