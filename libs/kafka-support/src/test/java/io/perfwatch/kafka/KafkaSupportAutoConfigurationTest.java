package io.perfwatch.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class KafkaSupportAutoConfigurationTest {
    /** Nothing listens on port 1: a service starts without a broker. */
    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    KafkaAutoConfiguration.class,
                                    KafkaSupportAutoConfiguration.class))
                    .withPropertyValues("spring.kafka.bootstrap-servers=127.0.0.1:1");

    @Test
    void sendsBytesSafely() {
        service.run(context -> {
            ProducerFactory<?, ?> factory = context.getBean(ProducerFactory.class);
            assertThat(factory.getConfigurationProperties())
                    .containsEntry("key.serializer", ByteArraySerializer.class)
                    .containsEntry("value.serializer", ByteArraySerializer.class)
                    .containsEntry("acks", "all")
                    .containsEntry("enable.idempotence", true)
                    .containsEntry("max.in.flight.requests.per.connection", 1)
                    .containsEntry("compression.type", "zstd");
        });
    }

    @Test
    void readsBytesAndLeavesTheCommitToTheService() {
        service.run(context -> {
            ConsumerFactory<?, ?> factory = context.getBean(ConsumerFactory.class);
            assertThat(factory.getConfigurationProperties())
                    .containsEntry("key.deserializer", ByteArrayDeserializer.class)
                    .containsEntry("value.deserializer", ByteArrayDeserializer.class)
                    .containsEntry("enable.auto.commit", false);
        });
    }

    @Test
    void startsWithoutABroker() {
        service.run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(DeadLetters.class);
            assertThat(context.getBean(TopicDeclaration.class).declared()).isNotDone();
        });
    }

    /** A broker in Kubernetes has no name before it is ready. */
    @Test
    void aNameThatDoesNotResolve_isAskedForAgain(CapturedOutput output) {
        service.withPropertyValues("spring.kafka.bootstrap-servers=kafka.invalid:9092")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    TopicDeclaration topics = context.getBean(TopicDeclaration.class);
                    await().untilAsserted(() ->
                            assertThat(output)
                                    .contains("topics are not there yet")
                                    .contains("No resolvable bootstrap urls"));
                    assertThat(topics.isRunning()).isTrue();
                    assertThat(topics.declared()).isNotDone();
                });
    }

    @Test
    void topicsHaveDefaults() {
        service.run(context ->
                assertThat(context.getBean(TopicProperties.class))
                        .isEqualTo(
                                new TopicProperties(
                                        12,
                                        1,
                                        Duration.ofHours(24),
                                        DataSize.ofGigabytes(1),
                                        Duration.ofDays(7))));
    }

    @Test
    void topicsCanBeConfigured() {
        service.withPropertyValues(
                        "perfwatch.kafka.partitions=3",
                        "perfwatch.kafka.replication=2",
                        "perfwatch.kafka.retention=1h",
                        "perfwatch.kafka.partition-bytes=10MB",
                        "perfwatch.kafka.dead-letter-retention=2d")
                .run(context ->
                        assertThat(context.getBean(TopicProperties.class))
                                .isEqualTo(
                                        new TopicProperties(
                                                3,
                                                2,
                                                Duration.ofHours(1),
                                                DataSize.ofMegabytes(10),
                                                Duration.ofDays(2))));
    }

    @Test
    void aWrongSettingStopsTheStartAndIsNamed() {
        service.withPropertyValues("perfwatch.kafka.partitions=0")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("perfwatch.kafka")
                                .hasMessageContaining("partitions"));
    }
}
