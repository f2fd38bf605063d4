package io.perfwatch.persister.ingest;

import io.perfwatch.metric.Envelope;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.pack.SampleSet;
import io.perfwatch.persister.storage.Minute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What one partition brought of one host and one minute and is not stored yet. */
final class OpenMinute {
    static final Duration LENGTH = Duration.ofMinutes(1);

    private final Key key;
    private final Instant opened;
    private final Instant over;
    private final Map<String, Pack> packs = new HashMap<>();
    private final SampleSet events = new SampleSet();
    private final List<Long> offsets = new ArrayList<>();
    private final List<Instant> appends = new ArrayList<>();
    private final Instant firstAppend;
    private final long firstOffset;
    private Minute.Newest newest;
    private Instant touched;
    private long bytes;

    /** Which minute it is. */
    record Key(String host, Instant start) {
        Instant end() {
            return start.plus(LENGTH);
        }
    }

    /**
     * @param firstOffset from which on the partition is to be read again if this is lost
     * @param now by this machine's clock, as in all that follows
     */
    OpenMinute(Key key, long firstOffset, Instant now, Minute.Newest first) {
        this.key = key;
        this.firstOffset = firstOffset;
        this.opened = now;
        this.touched = now;
        this.over = now.plus(left(key, first.append()));
        this.firstAppend = first.append();
        this.newest = first;
    }

    /**
     * What is left of the minute by the broker's clock, so that a host's clock cannot hold it back;
     * nothing of a late one.
     */
    private static Duration left(Key key, Instant append) {
        Duration left = Duration.between(append, key.end());
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LENGTH) > 0 ? LENGTH : left;
    }

    /**
     * @return false if the event is here already
     */
    boolean add(Envelope envelope, Leaves leaves, long offset, Instant append, Instant now) {
        int millis = (int) (envelope.time().toEpochMilli() - key.start.toEpochMilli());
        Sample sample = new Sample(envelope.run(), envelope.sequence(), millis);
        touched = now;
        if (!events.add(sample)) {
            return false;
        }
        offsets.add(offset);
        appends.add(append);
        leaves.addTo(packs, sample);
        bytes = measure();
        if (append.isAfter(newest.append()) || envelope.time().isAfter(newest.time())) {
            newest = newest(envelope, append);
        }
        return true;
    }

    static Minute.Newest newest(Envelope envelope, Instant append) {
        return new Minute.Newest(append, envelope.time(), envelope.run(), envelope.sequence());
    }

    /**
     * Whether it is to be stored: it is over by the broker's clock and nothing came for the grace,
     * or its host is beyond it by the grace, as when much is read at once. A grace after it was
     * opened at the earliest, a minute and a grace at the latest.
     */
    boolean isDue(Instant now, Duration grace, Instant hostTime) {
        if (now.isBefore(opened.plus(grace))) {
            return false;
        }
        boolean left = !hostTime.isBefore(key.end().plus(grace));
        boolean quiet = !now.isBefore(over.plus(grace)) && !now.isBefore(touched.plus(grace));
        return left || quiet || !now.isBefore(opened.plus(LENGTH).plus(grace));
    }

    Key key() {
        return key;
    }

    Instant opened() {
        return opened;
    }

    long firstOffset() {
        return firstOffset;
    }

    /** Where its events are in the partition. */
    List<Long> offsets() {
        return Collections.unmodifiableList(offsets);
    }

    Instant firstAppend() {
        return firstAppend;
    }

    int events() {
        return events.size();
    }

    int packs() {
        return packs.size();
    }

    /** About how much memory it takes. */
    long bytes() {
        return bytes;
    }

    private long measure() {
        long sum = 90L * events.size();
        for (Pack pack : packs.values()) {
            sum += pack.bytes();
        }
        return sum;
    }

    Minute close(TopicPartition from) {
        return new Minute(
                from.topic(),
                from.partition(),
                key.host,
                key.start,
                packs,
                events,
                appends,
                newest);
    }
}
