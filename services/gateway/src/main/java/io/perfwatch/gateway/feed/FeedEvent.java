package io.perfwatch.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.TopicPartition;

/** A record that was found to be an event. */
public final class FeedEvent {
    private final StreamKey stream;
    private final int partition;
    private final long offset;
    private final long appendedMillis;
    private final Payload payload;

    private FeedEvent(
            StreamKey stream, int partition, long offset, long appendedMillis, Payload payload) {
        this.stream = stream;
        this.partition = partition;
        this.offset = offset;
        this.appendedMillis = appendedMillis;
        this.payload = payload;
    }

    /**
     * @param appendedMillis when the broker took it, epoch milliseconds
     * @param json the event as it was sent, UTF-8
     */
    public FeedEvent(
            StreamKey stream, int partition, long offset, long appendedMillis, byte[] json) {
        this(stream, partition, offset, appendedMillis, new Payload.OnHeap(json));
    }

    /** The same, its JSON outside the heap. */
    FeedEvent storedIn(Blocks blocks) {
        byte[] json = payload.read();
        Stored stored = new Stored(blocks, json, json.length);
        return new FeedEvent(stream, partition, offset, appendedMillis, stored);
    }

    public StreamKey stream() {
        return stream;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    /** When the broker took it, epoch milliseconds. */
    public long appendedMillis() {
        return appendedMillis;
    }

    /** The event as it was sent, UTF-8; not to be changed. */
    public byte[] json() {
        return payload.read();
    }

    /** Where the JSON is. */
    Payload payload() {
        return payload;
    }

    /** As a cursor names it: {@code perfwatch.system.v1-0}. */
    public TopicPartition topicPartition() {
        return new TopicPartition(stream.topic().topicName(), partition);
    }

    @Override
    public String toString() {
        return stream + "@" + offset + " " + new String(json(), UTF_8);
    }
}
