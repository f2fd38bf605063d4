package io.perfwatch.gateway.feed;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Events of one stream, in order; reading them may cost a decompression. */
public sealed interface RecentEvents permits CompressedEvents, RecentEvents.Plain {
    /** Where all of them come from. */
    TopicPartition partition();

    List<FeedEvent> read();

    /** Events as they are. */
    record Plain(TopicPartition partition, List<FeedEvent> read) implements RecentEvents {}
}
