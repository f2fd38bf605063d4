package io.perfwatch.gateway.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goes on, at any gateway, where it was before; as the dashboard does. */
final class ResumingClient {
    private final String subscription;
    private final Map<String, Long> cursor = new TreeMap<>();
    private final Map<String, List<Long>> sequences = new ConcurrentHashMap<>();
    private final List<String> gaps = new CopyOnWriteArrayList<>();

    /**
     * @param hosts as JSON
     */
    ResumingClient(String hosts) {
        subscription = "\"topics\":[\"perfwatch.system.v1\"],\"hosts\":" + hosts;
    }

    /** Connects, and listens until it has so many events or the connection ends. */
    void follow(int port, int enough) throws InterruptedException {
        try (LiveSocket socket = LiveSocket.open(port)) {
            socket.subscribe(
                    cursor.isEmpty()
                            ? subscription + ",\"replaySeconds\":600"
                            : subscription
                                    + ",\"cursor\":"
                                    + JsonMapper.shared().writeValueAsString(cursor));
            @Nullable JsonNode message = socket.poll();
            while (message != null) {
                accept(message);
                message = count() < enough ? socket.poll() : null;
            }
        }
    }

    /** The same, again and again, wherever the gateway is. */
    void followUntil(int enough, IntSupplier port) {
        try {
            while (count() < enough) {
                tryToFollow(enough, port.getAsInt());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToFollow(int enough, int port) throws InterruptedException {
        try {
            follow(port, enough);
        } catch (CompletionException e) {
            // The gateway is not there yet.
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void accept(JsonNode message) {
        message.path("events").forEach(this::add);
        if (message.has("event")) {
            add(message.path("event"));
        }
        if (message.path("type").asString().equals("gap")) {
            gaps.add(message.toString());
        }
        message.path("cursor")
                .properties()
                .forEach(e -> cursor.put(e.getKey(), e.getValue().asLong()));
    }

    private void add(JsonNode event) {
        sequences
                .computeIfAbsent(event.path("host").asString(), _ -> new CopyOnWriteArrayList<>())
                .add(event.path("sequence").asLong());
    }

    int count() {
        return sequences.values().stream().mapToInt(List::size).sum();
    }

    /** By host, in the order in which they came. */
    Map<String, List<Long>> sequences() {
        return sequences;
    }

    List<String> gaps() {
        return new ArrayList<>(gaps);
    }
}
