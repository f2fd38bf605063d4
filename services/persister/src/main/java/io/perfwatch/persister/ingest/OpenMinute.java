package io.perfwatch.persister.ingest;

import io.perfwatch.metric.Envelope;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.persister.storage.Minute;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** What one partition brought of one host and one minute and is not stored yet. */
final class OpenMinute {
    private record Seen(UUID run, long sequence) {}

    private final Key key;
    private final long firstOffset;
    private final Instant due;
    private final Map<String, Pack> packs = new HashMap<>();
    private final Set<Seen> events = new HashSet<>();
    private final Instant firstAppend;
    private Minute.Newest newest;

    /** Which minute it is. */
    record Key(String host, Instant start) {}

    /**
     * @param firstOffset from which on the partition is to be read again if this is lost
     * @param due when it is to be stored, by this machine's clock
     */
    OpenMinute(Key key, long firstOffset, Instant due, Minute.Newest first) {
        this.key = key;
        this.firstOffset = firstOffset;
        this.due = due;
        this.firstAppend = first.append();
        this.newest = first;
    }

    /**
     * @return false if the event is here already
     */
    boolean add(Envelope envelope, Leaves leaves, Instant append) {
        if (!events.add(new Seen(envelope.run(), envelope.sequence()))) {
            return false;
        }
        int millis = (int) (envelope.time().toEpochMilli() - key.start.toEpochMilli());
        leaves.addTo(packs, new Sample(envelope.run(), envelope.sequence(), millis));
        if (append.isAfter(newest.append()) || envelope.time().isAfter(newest.time())) {
            newest = newest(envelope, append);
        }
        return true;
    }

    static Minute.Newest newest(Envelope envelope, Instant append) {
        return new Minute.Newest(append, envelope.time(), envelope.run(), envelope.sequence());
    }

    Key key() {
        return key;
    }

    long firstOffset() {
        return firstOffset;
    }

    Instant firstAppend() {
        return firstAppend;
    }

    Instant due() {
        return due;
    }

    int events() {
        return events.size();
    }

    /** About how many bytes it takes. */
    long bytes() {
        long bytes = 0;
        for (Pack pack : packs.values()) {
            bytes += pack.bytes();
        }
        return bytes;
    }

    Minute close(TopicPartition from) {
        return new Minute(from.topic(), from.partition(), key.host, key.start, packs, newest);
    }
}
