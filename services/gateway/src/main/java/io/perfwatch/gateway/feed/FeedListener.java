package io.perfwatch.gateway.feed;

import org.apache.kafka.common.TopicPartition;

/** Takes each event as it arrives, in the order of its partition; must not wait. */
@FunctionalInterface
public interface FeedListener {
    void arrived(Arrival arrival);

    /**
     * From {@code offset} on all of the partition will arrive, and nothing before it.
     *
     * @param end where the next record will be put
     */
    default void begun(TopicPartition partition, long offset, long end) {}
}
