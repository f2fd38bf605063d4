package io.perfwatch.gateway.feed;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.TopicPartition;

/** Events of one stream and partition, deflated together: each is much like the one before. */
final class CompressedEvents implements RecentEvents {
    private final StreamKey stream;
    private final int partition;
    private final int count;
    private final Payload deflated;

    /**
     * @param deflated see {@link Compressor}
     */
    CompressedEvents(StreamKey stream, int partition, int count, Payload deflated) {
        this.stream = stream;
        this.partition = partition;
        this.count = count;
        this.deflated = deflated;
    }

    Payload deflated() {
        return deflated;
    }

    @Override
    public TopicPartition partition() {
        return new TopicPartition(stream.topic().topicName(), partition);
    }

    @Override
    public List<FeedEvent> read() {
        List<FeedEvent> events = new ArrayList<>(count);
        try (DataInputStream in =
                new DataInputStream(
                        new InflaterInputStream(new ByteArrayInputStream(deflated.read())))) {
            for (int i = 0; i < count; i++) {
                events.add(read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return events;
    }

    private FeedEvent read(DataInputStream in) throws IOException {
        long offset = in.readLong();
        long appended = in.readLong();
        byte[] json = in.readNBytes(in.readInt());
        return new FeedEvent(stream, partition, offset, appended, json);
    }
}
