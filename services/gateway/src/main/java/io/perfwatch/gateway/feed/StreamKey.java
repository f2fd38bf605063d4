package io.perfwatch.gateway.feed;

import io.perfwatch.metric.Topic;

/**
 * A stream of events of which each continues the one before: of a topic, those with one key.
 *
 * @param key a host's name; of {@link Topic#HOSTS} {@code host/probe}
 */
public record StreamKey(Topic topic, String key) {
    /** The key without the probe. */
    public String host() {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
