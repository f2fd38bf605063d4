package io.perfwatch.persister.ingest;

import io.perfwatch.kafka.DeadLetters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;

/** Dead letters of one partition that the broker has not acknowledged. */
final class PendingLetters {
    private static final Logger log = LoggerFactory.getLogger(PendingLetters.class);

    private record Letter(
            ConsumerRecord<byte[], byte[]> dead,
            String reason,
            CompletableFuture<RecordMetadata> sent) {}

    private final DeadLetters deadLetters;
    private final Deque<Letter> letters = new ArrayDeque<>();
    private long bytes;

    PendingLetters(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    void send(ConsumerRecord<byte[], byte[]> dead, String reason) {
        log.warn("{}-{}@{}: {}", dead.topic(), dead.partition(), dead.offset(), reason);
        letters.add(
                isStuck()
                        ? new Letter(dead, reason, letters.element().sent)
                        : letter(dead, reason));
        bytes += size(dead);
    }

    private static long size(ConsumerRecord<byte[], byte[]> dead) {
        return 500L
                + Math.max(0, dead.serializedKeySize())
                + Math.max(0, dead.serializedValueSize());
    }

    /** Whether the broker does not take them: each try may wait for seconds, so one is enough. */
    private boolean isStuck() {
        return !letters.isEmpty() && letters.element().sent.isCompletedExceptionally();
    }

    private Letter letter(ConsumerRecord<byte[], byte[]> dead, String reason) {
        return new Letter(dead, reason, attempt(dead, reason));
    }

    /** A producer also fails at once, as when the topic is not there yet. */
    private CompletableFuture<RecordMetadata> attempt(
            ConsumerRecord<byte[], byte[]> dead, String reason) {
        try {
            return deadLetters.send(dead, reason);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * What failed is sent again.
     *
     * @return how many were acknowledged since the last time
     */
    int settle() {
        int settled = 0;
        while (!letters.isEmpty() && letters.element().sent.isDone()) {
            Letter letter = letters.remove();
            try {
                letter.sent.join();
                settled++;
                bytes -= size(letter.dead);
            } catch (CompletionException e) {
                log.warn("dead letters are sent again: {}", String.valueOf(e.getCause()));
                letters.addFirst(letter);
                sendFailedAgain();
                return settled;
            }
        }
        return settled;
    }

    /** In their order; the rest waits if the first one fails at once. */
    private void sendFailedAgain() {
        List<Letter> all = List.copyOf(letters);
        letters.clear();
        for (Letter letter : all) {
            boolean again = letter.sent.isCompletedExceptionally() && !isStuck();
            letters.add(again ? letter(letter.dead, letter.reason) : letter);
        }
    }

    int size() {
        return letters.size();
    }

    /** About how much memory they take. */
    long bytes() {
        return bytes;
    }

    /** The oldest that may not be committed past, or {@code otherwise}. */
    long firstOffset(long otherwise) {
        return letters.stream().mapToLong(l -> l.dead.offset()).reduce(otherwise, Math::min);
    }
}
