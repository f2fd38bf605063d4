package io.perfwatch.persister.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.kafka.TopicDeclaration;
import io.perfwatch.metric.HostName;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.topic.TopicFollower;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for tombstones ahead of the ingest, to which a partition of events may come long before the
 * one with the tombstone.
 */
@Component
class TombstoneReader extends TopicFollower {
    private final ForgottenHosts forgotten;

    TombstoneReader(
            ConsumerFactory<byte[], byte[]> consumers,
            TopicDeclaration topics,
            ForgottenHosts forgotten) {
        super(consumers, topics, Topic.HOSTS);
        this.forgotten = forgotten;
    }

    @Override
    protected void accept(ConsumerRecord<byte[], byte[]> received) {
        if (received.value() != null || received.key() == null) {
            return;
        }
        String host = new String(received.key(), UTF_8).replaceFirst("/.*", "");
        if (HostName.isValid(host)) {
            forgotten.expect(host, Instant.ofEpochMilli(received.timestamp()));
        }
    }

    @Override
    protected void caughtUp() {
        forgotten.allRead();
    }
}
