package io.perfwatch.persister.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.kafka.DeadLetters;
import io.perfwatch.kafka.KafkaSupportAutoConfiguration;
import io.perfwatch.metric.PathCache;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.PersisterProperties;
import io.perfwatch.persister.account.Account;
import io.perfwatch.persister.retention.Retention;
import io.perfwatch.persister.storage.Batch;
import io.perfwatch.persister.storage.Watermark;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** How much is stored together. */
class FlushTest {
    private static final TopicPartition HOSTS = new TopicPartition(Topic.HOSTS.topicName(), 0);
    private static final long MOST_BYTES = 10_000;
    private static final int DOCUMENT_BYTES = 500;

    /** What a partition needs; of dead letters there are none. */
    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    KafkaAutoConfiguration.class,
                                    KafkaSupportAutoConfiguration.class))
                    .withUserConfiguration(Settings.class)
                    .withPropertyValues("spring.kafka.bootstrap-servers=127.0.0.1:1");

    @Test
    void documentsAreBoundedAsMinutesAre() {
        service.run(context -> {
            PartitionIngest hosts = partition(context);
            for (int offset = 0; offset < 100; offset++) {
                hosts.accept(tombstone(offset), Instant.EPOCH);
            }
            Batch batch = Flush.of(List.of(hosts), (_, _) -> true, 500, MOST_BYTES).batch();
            int most = (int) MOST_BYTES / DOCUMENT_BYTES;
            assertThat(batch.documents()).hasSize(most);
            assertThat(batch.watermarks())
                    .extracting(Watermark::nextOffset)
                    .containsExactly((long) most);
        });
    }

    private static PartitionIngest partition(ApplicationContext context) {
        return new PartitionIngest(
                HOSTS,
                new Account(),
                new Verdict(
                        context.getBean(PersisterProperties.class),
                        context.getBean(Retention.class)),
                new PathCache(),
                new PendingLetters(context.getBean(DeadLetters.class)));
    }

    private static ConsumerRecord<byte[], byte[]> tombstone(int offset) {
        byte[] key = "web-%d/sampler".formatted(offset).getBytes(UTF_8);
        return new ConsumerRecord<>(HOSTS.topic(), HOSTS.partition(), offset, key, null);
    }

    @EnableConfigurationProperties(PersisterProperties.class)
    @Import(Retention.class)
    static class Settings {}
}
