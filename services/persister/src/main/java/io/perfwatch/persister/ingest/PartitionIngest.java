package io.perfwatch.persister.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.kafka.DeadLetters;
import io.perfwatch.metric.Annotation;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.HostName;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.account.Account;
import io.perfwatch.persister.account.Account.Outcome;
import io.perfwatch.persister.storage.AnnotationDocument;
import io.perfwatch.persister.storage.Document;
import io.perfwatch.persister.storage.HostDocument;
import io.perfwatch.persister.storage.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition: its open minutes, and how far it may be committed. */
final class PartitionIngest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A record of a compacted topic that is not stored yet. */
    record OpenDocument(long offset, Document document) {}

    private final TopicPartition partition;
    private final Topic topic;
    private final Account account;
    private final Verdict verdict;
    private final Duration grace;
    private final PendingLetters letters;
    private final Leaves leaves = new Leaves();
    private final Map<OpenMinute.Key, OpenMinute> minutes = new LinkedHashMap<>();
    private final List<OpenDocument> documents = new ArrayList<>();
    private long position = -1;
    private Instant newestAppend = Instant.EPOCH;

    PartitionIngest(
            TopicPartition partition,
            Topic topic,
            Account account,
            Verdict verdict,
            Duration grace,
            DeadLetters deadLetters) {
        this.partition = partition;
        this.topic = topic;
        this.account = account;
        this.verdict = verdict;
        this.grace = grace;
        this.letters = new PendingLetters(deadLetters);
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
            documents.add(new OpenDocument(received.offset(), annotation(received)));
            return;
        }
        if (value == null) {
            documents.add(new OpenDocument(received.offset(), tombstone(received)));
            return;
        }
        leaves.clear();
        Envelope envelope = EventReader.read(value, leaves);
        if (!verdict.isToBeStored(topic, envelope, newestAppend)) {
            account.settle(Outcome.TOO_OLD, 1);
        } else if (topic == Topic.HOSTS) {
            documents.add(
                    new OpenDocument(
                            received.offset(),
                            HostDocument.of(
                                    envelope.host(),
                                    envelope.probe(),
                                    newestAppend,
                                    envelope.time(),
                                    value)));
        } else if (!open(envelope, received.offset(), now).add(envelope, leaves, newestAppend)) {
            account.settle(Outcome.DUPLICATE, 1);
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

    private OpenMinute open(Envelope envelope, long offset, Instant now) {
        Instant start = envelope.time().truncatedTo(ChronoUnit.MINUTES);
        return minutes.computeIfAbsent(
                new OpenMinute.Key(envelope.host(), start),
                key ->
                        new OpenMinute(
                                key,
                                offset,
                                due(start, now),
                                OpenMinute.newest(envelope, newestAppend)));
    }

    /**
     * What is left of the minute by the broker's clock, so that a host's clock cannot hold it back,
     * and the grace; a late one waits for the grace only.
     */
    private Instant due(Instant start, Instant now) {
        Duration left = Duration.between(newestAppend, start.plus(MINUTE));
        Duration wait = left.isNegative() ? Duration.ZERO : left;
        return now.plus(wait.compareTo(MINUTE) > 0 ? MINUTE : wait).plus(grace);
    }

    TopicPartition partition() {
        return partition;
    }

    Topic topic() {
        return topic;
    }

    Account account() {
        return account;
    }

    Collection<OpenMinute> minutes() {
        return minutes.values();
    }

    List<OpenDocument> documents() {
        return List.copyOf(documents);
    }

    /** When the broker took the oldest record that is open, or the end of time. */
    Instant oldestAppend() {
        return minutes.values().stream()
                .map(OpenMinute::firstAppend)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** It is in the database. */
    void stored(OpenMinute minute, int newEvents) {
        minutes.remove(minute.key());
        account.settle(Outcome.STORED, newEvents);
        account.settle(Outcome.DUPLICATE, minute.events() - newEvents);
    }

    void stored(OpenDocument document, boolean isNew) {
        documents.remove(document);
        account.settle(isNew ? Outcome.STORED : Outcome.DUPLICATE, 1);
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
        documents.clear();
    }

    /** Where to go on after a crash, -1 before the first record. */
    long committable() {
        return committable(Set.of(), Set.of());
    }

    /** As it will be once these are stored. */
    Watermark watermark(Set<OpenMinute> stored, Set<OpenDocument> documents) {
        return new Watermark(
                topic.topicName(),
                partition.partition(),
                committable(stored, documents),
                storedUntil(stored));
    }

    /** Append time up to which everything is stored then. */
    private Instant storedUntil(Set<OpenMinute> stored) {
        return minutes.values().stream()
                .filter(minute -> !stored.contains(minute))
                .map(OpenMinute::firstAppend)
                .min(Instant::compareTo)
                .orElse(newestAppend);
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
