package io.perfwatch.gateway.feed;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/** Sends to the topics what people say. */
@Component
public final class Publisher {
    private static final int SECONDS = 5;

    private final KafkaOperations<byte[], byte[]> kafka;

    Publisher(KafkaOperations<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * Waits until the broker has it.
     *
     * @return its offset
     * @throws KafkaException if the broker has not said so after five seconds; it may have it all
     *     the same, so sending again must do no harm
     */
    public long publish(ProducerRecord<byte[], byte[]> said) {
        try {
            return kafka.send(said).get(SECONDS, TimeUnit.SECONDS).getRecordMetadata().offset();
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the broker has not acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped", e);
        }
    }
}
