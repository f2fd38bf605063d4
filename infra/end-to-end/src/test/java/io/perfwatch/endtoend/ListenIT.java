package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./perfwatch up --listen}: probes of other machines come in, to write samples only. */
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
class ListenIT {
    private static final String SAMPLES = "perfwatch.system.v1";

    private final PerfWatch perfwatch;
    private final String door = "127.0.0.1:" + FreePorts.base();

    ListenIT(@TempDir Path directory) {
        perfwatch = new PerfWatch(directory);
    }

    @BeforeAll
    void up() {
        perfwatch.up("--listen", door);
        TopicReader.countWhenThereAre(perfwatch, SAMPLES, 1);
    }

    @AfterAll
    void down() {
        perfwatch.close();
    }

    @Test
    void probe_writesSamples() {
        Waiting.patiently().ignoreExceptions().until(() -> send(SAMPLES, password()) >= 0);
    }

    @Test
    void probe_readsNothing() {
        var partition = new TopicPartition(SAMPLES, 0);
        try (var consumer =
                new KafkaConsumer<>(
                        login(password()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(30)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void probe_writesNoOtherTopic() {
        assertThatThrownBy(() -> send(SAMPLES + "-dlt", password()))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void stranger_doesNotComeIn() {
        assertThatThrownBy(() -> send(SAMPLES, "guessed"))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void up_saysHowToJoin() {
        assertThat(perfwatch.logs() + perfwatch.read("logs/perfwatch.out"))
                .contains("probe install --kafka " + door)
                .doesNotContain(password());
    }

    private String password() {
        return perfwatch.read("secrets/perfwatch-probe");
    }

    private long send(String topic, String password) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        login(password), new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, "elsewhere", "{}"))
                    .get(30, TimeUnit.SECONDS)
                    .offset();
        }
    }

    private Map<String, Object> login(String password) {
        return Map.of(
                "bootstrap.servers",
                door,
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"perfwatch-probe\" password=\"%s\";"
                        .formatted(password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                perfwatch.data().resolve("secrets/kafka-ca.crt").toString());
    }
}
