package io.perfwatch.gateway.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * The recent minutes of every stream, bounded in bytes, which are outside the heap: what was begun
 * first goes first.
 */
final class Recent {
    private final long maxBytes;
    private final Map<StreamKey, Deque<Segment>> streams = new HashMap<>();
    private final Deque<Segment> byAge = new ArrayDeque<>();
    private final Map<TopicPartition, Long> keptFrom = new HashMap<>();
    private final Blocks blocks;
    private final Compressor compressor;

    /**
     * @param maxBytes of all that is held in {@code blocks}, the newest events among it
     */
    Recent(long maxBytes, Blocks blocks) {
        this.maxBytes = maxBytes;
        this.blocks = blocks;
        compressor = new Compressor(blocks);
    }

    /** From {@code offset} on everything of the partition will be added. */
    void begin(TopicPartition partition, long offset) {
        keptFrom.put(partition, offset);
    }

    void add(FeedEvent event) {
        Deque<Segment> segments = streams.computeIfAbsent(event.stream(), _ -> new ArrayDeque<>());
        Segment open = segments.peekLast();
        if (open == null || open.endsBefore(event)) {
            if (open != null) {
                open.compress(compressor);
            }
            open = new Segment(open == null ? event.stream() : open.stream(), event);
            segments.add(open);
            byAge.add(open);
        } else {
            open.add(event);
        }
        while (blocks.held() > maxBytes && byAge.size() > 1) {
            evict(byAge.remove());
        }
    }

    private void evict(Segment segment) {
        segment.release();
        keptFrom.merge(segment.topicPartition(), segment.nextOffset(), Math::max);
        Deque<Segment> segments = streams.get(segment.stream());
        if (segments != null) {
            segments.remove(segment);
            if (segments.isEmpty()) {
                streams.remove(segment.stream());
            }
        }
    }

    /** Of the partition nothing is missing from this offset on. */
    long keptFrom(TopicPartition partition) {
        return keptFrom.getOrDefault(partition, 0L);
    }

    /** What is held of the streams, of each in order, but for segments that end too early. */
    List<RecentEvents> select(Predicate<StreamKey> wanted, Predicate<Segment> lateEnough) {
        List<RecentEvents> selected = new ArrayList<>();
        streams.forEach((stream, segments) -> {
            if (wanted.test(stream)) {
                segments.stream().filter(lateEnough).map(Segment::view).forEach(selected::add);
            }
        });
        return selected;
    }
}
