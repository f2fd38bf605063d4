package io.perfwatch.gateway.live;

import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import java.util.Set;

/** One event as text, made once and shared by all clients that get it. */
record LiveFrame(StreamKey stream, Set<String> families, String text) {
    static LiveFrame of(FeedEvent event, Set<String> families) {
        return new LiveFrame(event.stream(), families, LiveMessages.sample(event));
    }
}
