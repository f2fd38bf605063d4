package io.perfwatch.gateway.feed;

import java.util.Map;
import java.util.Set;

/**
 * An event that has just come.
 *
 * @param families its members that hold values
 * @param labels of its host, the same instance as long as they do not change
 * @param polledNanos when it was got from the broker, on {@link System#nanoTime}
 */
public record Arrival(
        FeedEvent event, Set<String> families, Map<String, String> labels, long polledNanos) {}
