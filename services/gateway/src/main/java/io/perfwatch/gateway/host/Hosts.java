package io.perfwatch.gateway.host;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.gateway.feed.HostNow;
import io.perfwatch.gateway.feed.HostState;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** By name, without those that have been silent for long. */
    List<HostView> shown() {
        return heardSince(clock.instant().minus(limits.hiddenAfter()));
    }

    /** By name; without the database, those that report. */
    private List<HostView> heardSince(Instant border) {
        Instant now = clock.instant();
        Map<String, HostView> hosts = new TreeMap<>();
        for (StoredHost host : fromDatabase()) {
            if (host.lastHeard().isAfter(border)) {
                hosts.put(host.name(), view(host, now));
            }
        }
        feed.look(view -> reporting(view, now))
                .forEach((host, probes) -> {
                    if (host.lastSeen().isAfter(border)) {
                        hosts.put(host.host(), view(host, probes, now));
                    }
                });
        return List.copyOf(hosts.values());
    }

    Optional<HostView> named(String host) {
        return heardSince(Instant.MIN).stream()
                .filter(view -> view.host().equals(host))
                .findFirst();
    }

    private List<StoredHost> fromDatabase() {
        try {
            return stored.all();
        } catch (DataAccessException | TransactionException e) {
            log.warn("hosts without the database: {}", e.getMessage());
            return List.of();
        }
    }

    /** What is known of each host now, and what its probes said of it, newest first. */
    private Map<HostNow, List<FeedEvent>> reporting(FeedView view, Instant now) {
        Map<String, List<FeedEvent>> probes = new HashMap<>();
        view.streams().stream()
                .filter(stream -> stream.topic() == Topic.HOSTS)
                .forEach(stream ->
                        probes.computeIfAbsent(stream.host(), _ -> new ArrayList<>())
                                .add(view.newest(stream).getLast()));
        Map<HostNow, List<FeedEvent>> hosts = new LinkedHashMap<>();
        for (HostNow host : view.hosts(now.minus(limits.goneAfter()))) {
            List<FeedEvent> told = probes.getOrDefault(host.host(), new ArrayList<>());
            told.sort(Comparator.comparingLong(FeedEvent::appendedMillis).reversed());
            hosts.put(host, told);
        }
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
                lastSeen == null ? HostState.GONE : HostState.of(lastSeen, now, limits),
                lastSeen,
                Map.of(),
                isConflict(probes),
                probes);
    }

    private HostView view(HostNow host, List<FeedEvent> told, Instant now) {
        List<JsonNode> probes =
                told.stream().map(event -> EventJson.mapper().readTree(event.json())).toList();
        return new HostView(
                host.host(),
                HostState.of(host.lastSeen(), now, limits),
                host.lastSeen(),
                headline(host),
                isConflict(probes),
                probes);
    }

    private static Map<String, Double> headline(HostNow host) {
        Map<String, Double> values = new TreeMap<>();
        host.headline().forEach((path, decimal) -> values.put(path, Double.valueOf(decimal)));
        return values;
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
