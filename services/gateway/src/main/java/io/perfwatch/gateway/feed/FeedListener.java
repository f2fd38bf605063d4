package io.perfwatch.gateway.feed;

import java.util.Set;

/** Takes each event as it arrives, in the order of its partition; must not wait. */
@FunctionalInterface
public interface FeedListener {
    /**
     * @param families the members of the event that hold values
     */
    void arrived(FeedEvent event, Set<String> families);
}
