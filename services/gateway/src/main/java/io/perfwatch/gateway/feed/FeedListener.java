package io.perfwatch.gateway.feed;

import java.util.Map;
import java.util.Set;

/** Takes each event as it arrives, in the order of its partition; must not wait. */
@FunctionalInterface
public interface FeedListener {
    /**
     * @param families the members of the event that hold values
     * @param labels of its host, the same instance as long as they do not change
     */
    void arrived(FeedEvent event, Set<String> families, Map<String, String> labels);
}
