package io.perfwatch.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.RecentEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets before it goes on live. Planned in an instant, read and written bit by bit.
 *
 * @param positions where each partition goes on after it
 * @param gaps messages that say what cannot be had
 * @param parts of each stream in order
 */
record Replay(
        Subscription subscription,
        Map<TopicPartition, Long> positions,
        List<String> gaps,
        Map<TopicPartition, List<Part>> parts) {
    private static final int CHUNK_BYTES = 256 * 1024;

    /** Some events of one stream, of which some are wanted. */
    record Part(RecentEvents events, Predicate<FeedEvent> wanted) {}

    /** Takes one message, and waits until it is gone. */
    @FunctionalInterface
    interface Sink {
        void send(byte[] utf8) throws IOException;
    }

    void writeTo(Sink sink) throws IOException {
        for (String gap : gaps) {
            sink.send(gap.getBytes(UTF_8));
        }
        for (Map.Entry<TopicPartition, List<Part>> partition : parts.entrySet()) {
            write(partition.getValue(), positions.get(partition.getKey()), sink);
        }
        sink.send(LiveMessages.subscribed(subscription, positions).getBytes(UTF_8));
    }

    /**
     * The position comes with the last chunk only: who is cut off before has got events of some
     * streams beyond the place where those of others end.
     */
    private static void write(List<Part> parts, @Nullable Long position, Sink sink)
            throws IOException {
        List<FeedEvent> held = List.of();
        for (Part part : parts) {
            for (List<FeedEvent> chunk : chunks(part)) {
                if (!held.isEmpty()) {
                    sink.send(LiveMessages.replay(held, null));
                }
                held = chunk;
            }
        }
        if (!held.isEmpty()) {
            sink.send(LiveMessages.replay(held, position));
        }
    }

    private static List<List<FeedEvent>> chunks(Part part) {
        List<List<FeedEvent>> chunks = new ArrayList<>();
        int bytes = CHUNK_BYTES;
        for (FeedEvent event : part.events().read()) {
            if (part.wanted().test(event)) {
                if (bytes >= CHUNK_BYTES) {
                    chunks.add(new ArrayList<>());
                    bytes = 0;
                }
                chunks.getLast().add(event);
                bytes += event.json().length;
            }
        }
        return chunks;
    }
}
