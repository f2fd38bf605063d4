package io.perfwatch.persister.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Annotation;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.HostName;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.metric.PathCache;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.account.Account;
import io.perfwatch.persister.account.Account.Outcome;
import io.perfwatch.persister.storage.AnnotationDocument;
import io.perfwatch.persister.storage.Document;
import io.perfwatch.persister.storage.HostDocument;
import io.perfwatch.persister.storage.Watermark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition: what of it is open, and how far it may be committed. */
final class PartitionIngest {
    /** A record of a compacted topic that is not stored yet. */
    record OpenDocument(long offset, Document document) {}

    private final TopicPartition partition;
    private final Topic topic;
    private final Account account;
    private final Verdict verdict;
    private final PathCache paths;
    private final PendingLetters letters;
    private final Leaves leaves = new Leaves();
    private final Map<OpenMinute.Key, OpenMinute> minutes = new LinkedHashMap<>();
    private final HostTimes hostTimes = new HostTimes();
    private final Set<OpenDocument> documents = new LinkedHashSet<>();
    private long documentBytes;
    private long minuteBytes;
    private long position = -1;
    private Instant newestAppend = Instant.EPOCH;

    PartitionIngest(
            TopicPartition partition,
            Account account,
            Verdict verdict,
            PathCache paths,
            PendingLetters letters) {
        this.partition = partition;
        this.topic = Topic.ofName(partition.topic()).orElseThrow();
        this.account = account;
        this.verdict = verdict;
        this.paths = paths;
        this.letters = letters;
    }

    void accept(ConsumerRecord<byte[], byte[]> received, Instant now) {
        account.consume();
        position = received.offset() + 1;
        newestAppend = Instant.ofEpochMilli(received.timestamp());
        try {
            read(received, now);
        } catch (MalformedEventException e) {
            letters.send(received, String.valueOf(e.getMessage()));
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> received, Instant now) {
        byte @Nullable [] value = received.value();
        if (topic == Topic.ANNOTATIONS) {
            keep(received.offset(), annotation(received));
            return;
        }
        if (value == null) {
            keep(received.offset(), tombstone(received));
            return;
        }
        leaves.clear();
        Envelope envelope = EventReader.read(value, leaves, paths);
        if (!verdict.isToBeStored(topic, envelope, newestAppend)) {
            account.settle(Outcome.TOO_OLD, 1);
        } else if (topic == Topic.HOSTS) {
            keep(received.offset(), HostDocument.of(envelope, newestAppend, value));
        } else {
            add(envelope, received.offset(), now);
        }
    }

    /** A key that is no id can be of no annotation, so there is nothing to take back. */
    private AnnotationDocument annotation(ConsumerRecord<byte[], byte[]> received) {
        byte @Nullable [] value = received.value();
        String key = received.key() == null ? "" : new String(received.key(), UTF_8);
        Annotation annotation = value == null ? null : EventJson.readAnnotation(value);
        if (annotation == null ? !Annotation.isId(key) : !annotation.id().equals(key)) {
            throw new MalformedEventException("the key must be the annotation's id");
        }
        return new AnnotationDocument(key, newestAppend, received.offset(), annotation);
    }

    /** A host's key is {@code host/probe}. */
    private HostDocument tombstone(ConsumerRecord<byte[], byte[]> received) {
        byte @Nullable [] key = received.key();
        String host = key == null ? "" : new String(key, UTF_8).replaceFirst("/.*", "");
        if (topic != Topic.HOSTS || !HostName.isValid(host)) {
            throw new MalformedEventException("no value");
        }
        return HostDocument.tombstone(host, newestAppend);
    }

    private void keep(long offset, Document document) {
        documents.add(new OpenDocument(offset, document));
        documentBytes += document.bytes();
    }

    private void add(Envelope envelope, long offset, Instant now) {
        Instant start = envelope.time().truncatedTo(ChronoUnit.MINUTES);
        OpenMinute minute =
                minutes.computeIfAbsent(
                        new OpenMinute.Key(envelope.host(), start),
                        key -> open(key, envelope, offset, now));
        hostTimes.see(envelope.host(), envelope.time());
        minuteBytes -= minute.bytes();
        if (!minute.add(envelope, leaves, offset, newestAppend, now)) {
            account.settle(Outcome.DUPLICATE, 1);
        }
        minuteBytes += minute.bytes();
    }

    private OpenMinute open(OpenMinute.Key key, Envelope envelope, long offset, Instant now) {
        hostTimes.open(key.host());
        return new OpenMinute(key, offset, now, OpenMinute.newest(envelope, newestAppend));
    }

    TopicPartition partition() {
        return partition;
    }

    Topic topic() {
        return topic;
    }

    Collection<OpenMinute> minutes() {
        return minutes.values();
    }

    /** The newest time that a host with an open minute has reached. */
    Instant hostTime(OpenMinute minute) {
        return hostTimes.newest(minute.key().host());
    }

    List<OpenDocument> documents() {
        return List.copyOf(documents);
    }

    /** About how much memory all that is open takes. */
    long bytes() {
        return minuteBytes + documentBytes + letters.bytes();
    }

    /** When the broker took the oldest record that is open, or the end of time. */
    Instant oldestAppend() {
        return oldestAppend(Set.of(), Set.of()).orElse(Instant.MAX);
    }

    private Optional<Instant> oldestAppend(Set<OpenMinute> stored, Set<OpenDocument> described) {
        return Stream.concat(
                        minutes.values().stream()
                                .filter(minute -> !stored.contains(minute))
                                .map(OpenMinute::firstAppend),
                        documents.stream()
                                .filter(document -> !described.contains(document))
                                .map(open -> open.document().append()))
                .min(Instant::compareTo);
    }

    /** When the broker took the newest record that was read, or the beginning of time. */
    Instant newestAppend() {
        return newestAppend;
    }

    /** It is in the database. */
    void stored(OpenMinute minute, int newEvents) {
        close(minute);
        account.settle(Outcome.STORED, newEvents);
        account.settle(Outcome.DUPLICATE, minute.events() - newEvents);
    }

    private void close(OpenMinute minute) {
        minutes.remove(minute.key());
        minuteBytes -= minute.bytes();
        hostTimes.close(minute.key().host());
    }

    void stored(OpenDocument document, boolean isNew) {
        close(document);
        account.settle(isNew ? Outcome.STORED : Outcome.DUPLICATE, 1);
    }

    private void close(OpenDocument document) {
        documents.remove(document);
        documentBytes -= document.document().bytes();
    }

    /** The database will never take it: its records, read again, are dead. */
    void reject(OpenMinute minute, List<ConsumerRecord<byte[], byte[]>> records, String reason) {
        close(minute);
        records.forEach(dead -> letters.send(dead, reason));
    }

    void reject(
            OpenDocument document, List<ConsumerRecord<byte[], byte[]>> records, String reason) {
        close(document);
        records.forEach(dead -> letters.send(dead, reason));
    }

    void settleLetters() {
        account.settle(Outcome.DEAD_LETTERED, letters.settle());
    }

    /** Someone else reads it from what was committed. */
    void abandon() {
        settleLetters();
        int open =
                minutes.values().stream().mapToInt(OpenMinute::events).sum()
                        + documents.size()
                        + letters.size();
        account.settle(Outcome.ABANDONED, open);
        minutes.clear();
        minuteBytes = 0;
        documents.clear();
        documentBytes = 0;
    }

    boolean hasNothingOpen() {
        return minutes.isEmpty() && documents.isEmpty() && letters.size() == 0;
    }

    /** Where to go on after a crash, -1 before the first record. */
    long committable() {
        return committable(Set.of(), Set.of());
    }

    /** As it will be once these are stored. */
    Watermark watermark(Set<OpenMinute> stored, Set<OpenDocument> described) {
        return new Watermark(
                topic.topicName(),
                partition.partition(),
                committable(stored, described),
                oldestAppend(stored, described).orElse(newestAppend));
    }

    private long committable(Set<OpenMinute> stored, Set<OpenDocument> described) {
        long first = letters.firstOffset(position);
        for (OpenMinute minute : minutes.values()) {
            if (!stored.contains(minute)) {
                first = Math.min(first, minute.firstOffset());
            }
        }
        for (OpenDocument document : documents) {
            if (!described.contains(document)) {
                first = Math.min(first, document.offset());
            }
        }
        return first;
    }
}
