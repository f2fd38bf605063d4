package io.perfwatch.gateway.feed;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Some seconds of one stream: as events while it grows, compressed once it is full. */
final class Segment {
    private static final int FULL_BYTES = 32 * 1024;
    private static final long FULL_MILLIS = 60_000;

    private final StreamKey stream;
    private final int partition;
    private final long firstMillis;
    private List<FeedEvent> events = new ArrayList<>();
    private @Nullable CompressedEvents compressed;
    private long bytes;
    private long lastMillis;
    private long nextOffset;

    Segment(FeedEvent first) {
        stream = first.stream();
        partition = first.partition();
        firstMillis = first.appendedMillis();
        add(first);
    }

    void add(FeedEvent event) {
        events.add(event);
        bytes += event.json().length();
        lastMillis = event.appendedMillis();
        nextOffset = event.offset() + 1;
    }

    /** Whether {@code next} belongs into a segment of its own. */
    boolean endsBefore(FeedEvent next) {
        return compressed != null
                || next.partition() != partition
                || bytes >= FULL_BYTES
                || next.appendedMillis() - firstMillis >= FULL_MILLIS;
    }

    void compress() {
        compressed = CompressedEvents.of(stream, partition, events);
        events = List.of();
        bytes = compressed.size();
    }

    /** In memory, roughly. */
    long bytes() {
        return bytes;
    }

    StreamKey stream() {
        return stream;
    }

    TopicPartition topicPartition() {
        return new TopicPartition(stream.topic().topicName(), partition);
    }

    /** The newest append time in it. */
    long lastMillis() {
        return lastMillis;
    }

    /** The offset behind its last event. */
    long nextOffset() {
        return nextOffset;
    }

    /** What it holds now, to be read later, by any thread. */
    RecentEvents view() {
        return compressed != null
                ? compressed
                : new RecentEvents.Plain(topicPartition(), List.copyOf(events));
    }
}
