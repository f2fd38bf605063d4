package io.perfwatch.gateway.live;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.HostName;
import io.perfwatch.metric.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Makes a {@link Subscription} of what a client sent, or says what is wrong with it. */
final class SubscriptionReader {
    private static final int MAX_CURSORS = 1000;
    private static final int MAX_LABELS = 16;
    private static final String FLEET = "fleet";

    private final GatewayProperties.Live limits;
    private final Clock clock;

    SubscriptionReader(GatewayProperties.Live limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param scope all hosts that the client may hear of; empty: every host
     */
    Subscription read(String json, Set<String> scope) throws BadMessageException {
        SubscribeMessage message = parse(json);
        if (message == null || !"subscribe".equals(message.type())) {
            throw new BadMessageException("\"type\" must be \"subscribe\"");
        }
        return new Subscription(
                hosts(message, scope),
                topics(message.topics()),
                fleet(message.view()),
                cursor(message.cursor()),
                clock.instant().minus(replay(message.replaySeconds())));
    }

    private static @Nullable SubscribeMessage parse(String json) throws BadMessageException {
        try {
            return EventJson.mapper().readValue(json, SubscribeMessage.class);
        } catch (JacksonException e) {
            throw new BadMessageException("not a message: " + e.getOriginalMessage());
        }
    }

    /** Who asks by label, or for the fleet, means every host if none is named. */
    private HostSelection hosts(SubscribeMessage message, Set<String> scope)
            throws BadMessageException {
        boolean any =
                message.hosts() == null && (message.labels() != null || message.view() != null);
        Set<String> names = any ? Set.of(HostSelection.ANY) : names(message.hosts());
        return new HostSelection(narrow(names, scope), labels(message.labels()));
    }

    private static Set<String> narrow(Set<String> names, Set<String> scope)
            throws BadMessageException {
        if (scope.isEmpty()) {
            return names;
        }
        if (names.contains(HostSelection.ANY)) {
            return scope;
        }
        if (!scope.containsAll(names)) {
            throw new BadMessageException("\"hosts\" takes those that your token is for");
        }
        return names;
    }

    private Set<String> names(@Nullable List<@Nullable String> names) throws BadMessageException {
        Set<String> hosts = new HashSet<>();
        for (String name : orEmpty(names)) {
            if (name == null || !(name.equals(HostSelection.ANY) || HostName.isValid(name))) {
                throw new BadMessageException("\"hosts\" takes names of hosts, or \"*\"");
            }
            hosts.add(name);
        }
        if (hosts.size() > limits.maxHosts()) {
            throw new BadMessageException(
                    "\"hosts\" takes at most %d names; \"*\" is every host"
                            .formatted(limits.maxHosts()));
        }
        return hosts;
    }

    private static Map<String, String> labels(@Nullable Map<String, @Nullable String> asked)
            throws BadMessageException {
        Map<String, String> labels = new HashMap<>();
        if (asked != null) {
            for (Map.Entry<String, @Nullable String> label : asked.entrySet()) {
                labels.put(label.getKey(), value(label.getValue()));
            }
        }
        if (labels.size() > MAX_LABELS) {
            throw new BadMessageException("\"labels\" takes at most " + MAX_LABELS);
        }
        return labels;
    }

    private static String value(@Nullable String label) throws BadMessageException {
        if (label == null) {
            throw new BadMessageException("\"labels\" takes {\"name\": \"value\"}");
        }
        return label;
    }

    private static boolean fleet(@Nullable String view) throws BadMessageException {
        if (view != null && !view.equals(FLEET)) {
            throw new BadMessageException("\"view\" must be \"fleet\", or absent");
        }
        return view != null;
    }

    private static Set<Topic> topics(@Nullable List<@Nullable String> names)
            throws BadMessageException {
        Set<Topic> topics = new HashSet<>();
        for (String name : orEmpty(names)) {
            topics.add(topic(name));
        }
        return topics;
    }

    private static Topic topic(@Nullable String name) throws BadMessageException {
        return Topic.ofName(String.valueOf(name))
                .filter(Topic::isOfProbes)
                .orElseThrow(() ->
                        new BadMessageException(
                                "\"topics\" takes "
                                        + Arrays.stream(Topic.values())
                                                .filter(Topic::isOfProbes)
                                                .map(Topic::topicName)
                                                .toList()));
    }

    private Duration replay(@Nullable Long seconds) throws BadMessageException {
        long most = limits.maxReplay().toSeconds();
        if (seconds != null && (seconds < 0 || seconds > most)) {
            throw new BadMessageException("\"replaySeconds\" must be 0 to " + most);
        }
        return Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    private static Map<TopicPartition, Long> cursor(@Nullable Map<String, @Nullable Long> positions)
            throws BadMessageException {
        Map<TopicPartition, Long> cursor = new HashMap<>();
        if (positions != null) {
            for (Map.Entry<String, @Nullable Long> position : positions.entrySet()) {
                cursor.put(partition(position.getKey()), offset(position.getValue()));
            }
        }
        if (cursor.size() > MAX_CURSORS) {
            throw new BadMessageException("\"cursor\" takes at most " + MAX_CURSORS + " positions");
        }
        return cursor;
    }

    private static TopicPartition partition(String text) throws BadMessageException {
        int dash = text.lastIndexOf('-');
        String number = text.substring(dash + 1);
        if (dash < 0 || !number.matches("\\d{1,6}")) {
            throw new BadMessageException("\"cursor\" takes {\"<topic>-<partition>\": offset}");
        }
        return new TopicPartition(
                topic(text.substring(0, dash)).topicName(), Integer.parseInt(number));
    }

    private static long offset(@Nullable Long offset) throws BadMessageException {
        if (offset == null || offset < 0) {
            throw new BadMessageException("\"cursor\" takes offsets from 0");
        }
        return offset;
    }

    private static <T extends @Nullable Object> Collection<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
