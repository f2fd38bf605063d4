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
    private List<FeedEvent> events = new ArrayList<>(4);
    private @Nullable CompressedEvents compressed;
    private int bytes;
    private long lastMillis;
    private long nextOffset;

    Segment(StreamKey stream, FeedEvent first) {
        this.stream = stream;
        partition = first.partition();
        firstMillis = first.appendedMillis();
        add(first);
    }

    void add(FeedEvent event) {
        event.payload().hold();
        events.add(event);
        bytes += event.payload().size();
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

    void compress(Compressor compressor) {
        Payload deflated = compressor.deflate(events);
        deflated.hold();
        int count = events.size();
        release();
        compressed = new CompressedEvents(stream, partition, count, deflated);
    }

    /** Gives back its memory. */
    void release() {
        events.forEach(event -> event.payload().release());
        events = List.of();
        if (compressed != null) {
            compressed.deflated().release();
        }
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
        if (compressed != null) {
            compressed.deflated().lend();
            return compressed;
        }
        events.forEach(event -> event.payload().lend());
        return new RecentEvents.Plain(topicPartition(), List.copyOf(events));
    }
}
