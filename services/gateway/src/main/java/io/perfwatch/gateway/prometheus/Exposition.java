package io.perfwatch.gateway.prometheus;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.PathCache;
import io.perfwatch.metric.Topic;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes of the newest events what a Prometheus takes. */
@Component
final class Exposition {
    private final Feed feed;
    private final GatewayProperties properties;
    private final Clock clock;
    private final MetricNames names = new MetricNames();

    Exposition(Feed feed, GatewayProperties properties, Clock clock) {
        this.feed = feed;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param hosts none: all
     * @param families none: the headline metrics only
     * @throws BadQuestionException if it would be too much, or a family is not in the catalogue
     */
    MetricSnapshots of(Set<String> hosts, Set<String> families) {
        families.forEach(Exposition::checkFamily);
        Samples samples = new Samples(names, families, properties.prometheus().maxSeries());
        long lateBefore = clock.millis() - properties.hosts().lateAfter().toMillis();
        PathCache paths = new PathCache();
        newest(hosts)
                .forEach((host, events) -> {
                    boolean up = events.stream().anyMatch(e -> e.appendedMillis() >= lateBefore);
                    samples.begin(host, up);
                    if (up) {
                        for (FeedEvent event : events) {
                            EventReader.read(event.json(), samples, paths);
                        }
                    }
                    samples.end();
                });
        return samples.snapshots();
    }

    private static void checkFamily(String family) {
        if (!MetricNames.families().contains(family)) {
            throw new BadQuestionException(
                    "family must be one of those in /api/v1/metrics: cpu, memory, …");
        }
    }

    /** Of each host the newest event of each family, older ones first. */
    private Map<String, List<FeedEvent>> newest(Set<String> hosts) {
        return feed.look(view -> newest(view, hosts));
    }

    private static Map<String, List<FeedEvent>> newest(FeedView view, Set<String> hosts) {
        Map<String, List<FeedEvent>> newest = new TreeMap<>();
        for (StreamKey stream : view.streams()) {
            if (stream.topic() != Topic.HOSTS
                    && (hosts.isEmpty() || hosts.contains(stream.host()))) {
                newest.computeIfAbsent(stream.host(), _ -> new ArrayList<>())
                        .addAll(view.newest(stream));
            }
        }
        return newest;
    }
}
