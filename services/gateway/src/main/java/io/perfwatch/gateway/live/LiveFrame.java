package io.perfwatch.gateway.live;

import io.perfwatch.gateway.feed.Arrival;
import io.perfwatch.gateway.feed.StreamKey;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * One event as a message, made once and shared by all clients that get it.
 *
 * @param utf8 never moved, only duplicated
 * @param polledNanos when the event was got from the broker
 */
record LiveFrame(StreamKey stream, Set<String> families, ByteBuffer utf8, long polledNanos) {
    static LiveFrame of(Arrival arrival) {
        return new LiveFrame(
                arrival.event().stream(),
                arrival.families(),
                ByteBuffer.wrap(LiveMessages.sample(arrival.event())),
                arrival.polledNanos());
    }
}
