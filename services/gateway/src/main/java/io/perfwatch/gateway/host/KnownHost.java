package io.perfwatch.gateway.host;

import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What memory holds of one host: the newest event of each family and of each probe. */
record KnownHost(List<FeedEvent> samples, List<FeedEvent> probes) {
    static KnownHost of(List<FeedEvent> newest) {
        List<FeedEvent> samples = new ArrayList<>(newest);
        List<FeedEvent> probes = new ArrayList<>(newest);
        samples.removeIf(event -> event.stream().topic() == Topic.HOSTS);
        probes.removeIf(event -> event.stream().topic() != Topic.HOSTS);
        probes.sort(Comparator.comparingLong(FeedEvent::appendedMillis).reversed());
        return new KnownHost(samples, probes);
    }

    Instant lastSeen() {
        long newest = Long.MIN_VALUE;
        for (FeedEvent event : samples) {
            newest = Math.max(newest, event.appendedMillis());
        }
        for (FeedEvent event : probes) {
            newest = Math.max(newest, event.appendedMillis());
        }
        return Instant.ofEpochMilli(newest);
    }

    Map<String, Double> headline() {
        Headline headline = new Headline();
        samples.forEach(headline::add);
        return headline.values();
    }

    /** The newest description of each probe. */
    List<JsonNode> descriptions() {
        return probes.stream()
                .map(FeedEvent::json)
                .map(json -> EventJson.mapper().readTree(json))
                .toList();
    }
}
