package io.perfwatch.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.metric.PathCache;
import io.perfwatch.metric.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the topics' records, keeps what is recent and tells who listens. */
@Component
public final class Feed {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final List<FeedListener> listeners = new CopyOnWriteArrayList<>();
    private final List<NoticeListener> noticeListeners = new CopyOnWriteArrayList<>();
    private final Newest newest = new Newest();
    private final KnownHosts hosts = new KnownHosts();
    private final PathCache paths = new PathCache();
    private final Blocks blocks;
    private final Recent recent;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Counter accepted;
    private final Counter skipped;

    Feed(GatewayProperties properties, MeterRegistry meters) {
        long recentBytes = properties.recent().size().toBytes();
        blocks = new Blocks(recentBytes);
        recent = new Recent(recentBytes, blocks);
        accepted = meters.counter("perfwatch.feed.accepted");
        skipped = meters.counter("perfwatch.feed.skipped");
        Gauge.builder("perfwatch.feed.recent", this, feed -> feed.look(_ -> feed.blocks.held()))
                .baseUnit("bytes")
                .register(meters);
    }

    /** Calls {@code listener} from now on. */
    public void listen(FeedListener listener) {
        listeners.add(listener);
    }

    /** Calls {@code listener} from now on, and as notices go, from the topics' beginning. */
    public void listen(NoticeListener listener) {
        noticeListeners.add(listener);
    }

    /** Looks at the feed while nothing arrives; must be short. */
    public <T> T look(Function<FeedView, T> look) {
        lock.lock();
        try {
            return look.apply(new FeedView(newest, hosts, recent, positions));
        } finally {
            lock.unlock();
        }
    }

    /** The partition is read from {@code offset} on; its end is now at {@code end}. */
    void begin(TopicPartition partition, long offset, long end) {
        lock.lock();
        try {
            positions.put(partition, offset);
            recent.begin(partition, offset);
            listeners.forEach(listener -> listener.begun(partition, offset, end));
        } finally {
            lock.unlock();
        }
    }

    /** Where a partition that was begun goes on. */
    Map<TopicPartition, Long> positions() {
        return look(FeedView::positions);
    }

    /**
     * What cannot be read is counted and passed over.
     *
     * @param polledNanos when it was got from the broker
     */
    void accept(ConsumerRecord<byte[], byte[]> record, long polledNanos) {
        Topic topic = Topic.ofName(record.topic()).orElseThrow();
        byte[] json = record.value();
        if (!topic.isOfProbes()) {
            notice(topic, record);
            return;
        }
        Digest digest = new Digest();
        try {
            if (json == null) {
                forget(topic, record);
            } else {
                Envelope envelope = EventReader.read(json, digest, paths);
                FeedEvent event = event(topic, envelope, record, json);
                arrive(event, envelope.run(), digest, polledNanos);
            }
            accepted.increment();
        } catch (MalformedEventException e) {
            skipped.increment();
            log.debug(
                    "skipped {}-{}@{}: {}",
                    topic,
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            passed(record);
        }
    }

    private void notice(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        noticeListeners.forEach(l -> l.arrived(topic, key, record.value(), record.offset()));
        accepted.increment();
        passed(record);
    }

    private static FeedEvent event(
            Topic topic, Envelope envelope, ConsumerRecord<byte[], byte[]> record, byte[] json) {
        String key =
                topic == Topic.HOSTS ? envelope.host() + "/" + envelope.probe() : envelope.host();
        return new FeedEvent(
                new StreamKey(topic, key),
                record.partition(),
                record.offset(),
                record.timestamp(),
                json);
    }

    private void arrive(FeedEvent event, UUID run, Digest digest, long polledNanos) {
        lock.lock();
        try {
            positions.put(event.topicPartition(), event.offset() + 1);
            FeedEvent stored = event.storedIn(blocks);
            newest.add(stored, digest.families());
            hosts.add(event, run, digest);
            recent.add(stored);
            Map<String, String> labels = hosts.labels(event.stream().host());
            Arrival arrival = new Arrival(event, digest.families(), labels, polledNanos);
            listeners.forEach(listener -> listener.arrived(arrival));
        } finally {
            lock.unlock();
        }
    }

    private void forget(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        lock.lock();
        try {
            if (topic == Topic.HOSTS && record.key() != null) {
                StreamKey stream = new StreamKey(topic, new String(record.key(), UTF_8));
                newest.forget(stream);
                if (hosts.forget(stream)) {
                    newest.forgetHost(stream.host());
                }
            }
        } finally {
            lock.unlock();
        }
        passed(record);
    }

    private void passed(ConsumerRecord<byte[], byte[]> record) {
        lock.lock();
        try {
            positions.put(
                    new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        } finally {
            lock.unlock();
        }
    }
}
