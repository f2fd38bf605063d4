package io.perfwatch.kafka;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

/**
 * The one way for a record that cannot be read: to {@code <topic>-dlt}, as it came, with the
 * reason. It is not tried again, since it will not read better. What fails for another reason (a
 * database that is down) is no dead letter: it is waited for.
 */
public final class DeadLetters {
    private final KafkaOperations<byte[], byte[]> kafka;

    DeadLetters(KafkaOperations<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * The offset of {@code dead} may be committed once the result is there; if it is an exception,
     * the record has not been kept and is to be sent again.
     *
     * @param reason for a person to read; what is beyond 1,000 characters is cut off
     */
    public CompletableFuture<RecordMetadata> send(
            ConsumerRecord<byte[], byte[]> dead, String reason) {
        return kafka.send(DeadLetterRecord.of(dead, reason))
                .thenApply(SendResult::getRecordMetadata);
    }
}
