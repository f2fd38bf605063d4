package io.perfwatch.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.TopicPartition;

/** Events of one stream and partition, deflated together: each is much like the one before. */
final class CompressedEvents implements RecentEvents {
    private final StreamKey stream;
    private final int partition;
    private final int count;
    private final byte[] deflated;

    private CompressedEvents(StreamKey stream, int partition, int count, byte[] deflated) {
        this.stream = stream;
        this.partition = partition;
        this.count = count;
        this.deflated = deflated;
    }

    static CompressedEvents of(StreamKey stream, int partition, List<FeedEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 8 * 1024))) {
            for (FeedEvent event : events) {
                write(event, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        } finally {
            deflater.end();
        }
        return new CompressedEvents(stream, partition, events.size(), bytes.toByteArray());
    }

    private static void write(FeedEvent event, DataOutputStream out) throws IOException {
        byte[] json = event.json().getBytes(UTF_8);
        out.writeLong(event.offset());
        out.writeLong(event.appendedMillis());
        out.writeInt(json.length);
        out.write(json);
    }

    @Override
    public TopicPartition partition() {
        return new TopicPartition(stream.topic().topicName(), partition);
    }

    int size() {
        return deflated.length;
    }

    @Override
    public List<FeedEvent> read() {
        List<FeedEvent> events = new ArrayList<>(count);
        try (DataInputStream in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(deflated)))) {
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
        return new FeedEvent(stream, partition, offset, appended, new String(json, UTF_8));
    }
}
