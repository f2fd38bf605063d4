package io.perfwatch.gateway.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** The feed at one instant; valid only inside {@link Feed#look}. */
public final class FeedView {
    private final Newest newest;
    private final KnownHosts hosts;
    private final Recent recent;
    private final Map<TopicPartition, Long> positions;

    FeedView(Newest newest, KnownHosts hosts, Recent recent, Map<TopicPartition, Long> positions) {
        this.newest = newest;
        this.hosts = hosts;
        this.recent = recent;
        this.positions = positions;
    }

    /** Every stream of which an event is known. */
    public Collection<StreamKey> streams() {
        return newest.streams();
    }

    /**
     * Every host of which anything is known, by name.
     *
     * @param since values of a probe that has been silent since are left out
     */
    public List<HostNow> hosts(Instant since) {
        return hosts.now(since);
    }

    /** Of a host, from all its probes; empty if it has none. */
    public Map<String, String> labels(String host) {
        return hosts.labels(host);
    }

    /** The newest event of each family of the stream, in order; empty if it is unknown. */
    public List<FeedEvent> newest(StreamKey stream) {
        return newest.of(stream);
    }

    /**
     * What is held of these streams that may be as new as {@code appendedMillis}, and older; of
     * each stream in order.
     */
    public List<RecentEvents> since(Predicate<StreamKey> streams, long appendedMillis) {
        return recent.select(streams, segment -> segment.lastMillis() >= appendedMillis);
    }

    /** What is held of these streams that may have the offset, and before. */
    public List<RecentEvents> from(
            Predicate<StreamKey> streams, TopicPartition partition, long offset) {
        return recent.select(
                streams,
                segment ->
                        segment.topicPartition().equals(partition)
                                && segment.nextOffset() > offset);
    }

    /** Of each partition the offset that comes next. */
    public Map<TopicPartition, Long> positions() {
        return Map.copyOf(positions);
    }

    /** Of the partition nothing is missing in memory from this offset on. */
    public long keptFrom(TopicPartition partition) {
        return recent.keptFrom(partition);
    }
}
