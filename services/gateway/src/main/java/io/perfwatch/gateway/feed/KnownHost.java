package io.perfwatch.gateway.feed;

import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has been heard of one host until now. */
final class KnownHost {
    /** The newest values of one topic, and which run they are of. */
    private static final class Values {
        final Map<String, String> decimals = new HashMap<>();
        @Nullable UUID run;
        long appendedMillis;

        /** A probe that was started anew may no longer measure what it did. */
        void add(UUID eventRun, long appended, Map<String, String> headline) {
            if (!eventRun.equals(run)) {
                run = eventRun;
                decimals.clear();
            }
            appendedMillis = appended;
            decimals.putAll(headline);
        }
    }

    private final Map<Topic, Values> values = new EnumMap<>(Topic.class);
    private final Map<String, Map<String, String>> labelsByProbe = new HashMap<>();
    private Map<String, String> labels = Map.of();
    private long lastSeenMillis = Long.MIN_VALUE;

    void add(FeedEvent event, UUID run, Digest digest) {
        lastSeenMillis = Math.max(lastSeenMillis, event.appendedMillis());
        if (event.stream().topic() == Topic.HOSTS) {
            label(event.stream().key(), digest.labels());
        } else {
            values.computeIfAbsent(event.stream().topic(), _ -> new Values())
                    .add(run, event.appendedMillis(), digest.headline());
        }
    }

    private void label(String probe, Map<String, String> told) {
        if (!told.equals(labelsByProbe.put(probe, told))) {
            unite();
        }
    }

    /** Whether any probe is left that has told what it is. */
    boolean forget(String probe) {
        labelsByProbe.remove(probe);
        unite();
        return !labelsByProbe.isEmpty();
    }

    private void unite() {
        Map<String, String> united = new TreeMap<>();
        new TreeMap<>(labelsByProbe).values().forEach(united::putAll);
        labels = Collections.unmodifiableMap(united);
    }

    /** The same instance as long as they do not change. */
    Map<String, String> labels() {
        return labels;
    }

    /**
     * @param since values of a probe that has been silent since are left out
     */
    HostNow now(String host, Instant since) {
        Map<String, String> headline = new HashMap<>();
        values.values().stream()
                .filter(of -> of.appendedMillis >= since.toEpochMilli())
                .forEach(of -> headline.putAll(of.decimals));
        return new HostNow(host, Instant.ofEpochMilli(lastSeenMillis), labels, headline);
    }
}
