package io.perfwatch.gateway.feed;

import org.apache.kafka.common.TopicPartition;

/**
 * A record that was found to be an event.
 *
 * @param appendedMillis when the broker took it, epoch milliseconds
 * @param json the event as it was sent
 */
public record FeedEvent(
        StreamKey stream, int partition, long offset, long appendedMillis, String json) {

    /** As a cursor names it: {@code perfwatch.system.v1-0}. */
    public TopicPartition topicPartition() {
        return new TopicPartition(stream.topic().topicName(), partition);
    }
}
