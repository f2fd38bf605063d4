package io.perfwatch.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perfwatch.test.Broker;
import io.perfwatch.test.Infrastructure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The programs of {@code docs/consumers}, on stored events of every released version. */
@ExtendWith(Infrastructure.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("full")
class ConsumersIT {
    private static final String TOPIC = "perfwatch.system.v1";
    private static final Path CONSUMERS = Kustomize.REPOSITORY.resolve("docs/consumers");
    private static final Path RELEASED =
            Kustomize.REPOSITORY.resolve("libs/metric-model/src/test/resources/released");

    private final Broker broker;

    ConsumersIT(Broker broker) {
        this.broker = broker;
    }

    /** Compressed as the probes do it; the events of a host in the order they were stored. */
    @BeforeAll
    void produce() throws IOException, InterruptedException, ExecutionException {
        try (var admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "compression.type", "zstd");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String event : storedEvents()) {
                String host = Yaml.text(Yaml.documents(event).getFirst(), "host");
                producer.send(new ProducerRecord<>(TOPIC, host, event)).get();
            }
        }
    }

    private static List<String> storedEvents() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.endsWith(TOPIC + ".jsonl"))
                    .sorted()
                    .flatMap(ConsumersIT::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void java_needsNothingButTheClientAndTheModel() {
        String libraries =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry ->
                                entry.matches(
                                        ".*(metric-model|kafka-clients|jackson|slf4j-api|zstd-jni).*"))
                        .collect(Collectors.joining(File.pathSeparator));
        assertThat(libraries).doesNotContain("spring");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertSays(java, "-cp", libraries, CONSUMERS.resolve("java/BusyHosts.java").toString());
    }

    @Test
    void node_readsWithKafkajs() {
        Path directory = CONSUMERS.resolve("node");
        run("npm", "ci", "--silent", "--prefix", directory.toString());
        assertSays("node", directory.resolve("busy-hosts.mjs").toString());
    }

    @Test
    void kcat_readsWithJq() {
        assumeTrue(
                Program.isInstalled("kcat") && Program.isInstalled("jq"),
                "kcat and jq are not installed");
        assertSays(CONSUMERS.resolve("kcat/busy-hosts").toString());
    }

    private void assertSays(String... command) {
        assertThat(run(command).lines())
                .containsExactly(
                        "web-1 2026-03-01T12:00:00.000Z cpu 0.95",
                        "web-1 lost 2",
                        "web-1 2026-03-01T12:00:04.250Z cpu 0.97",
                        "web-1 2026-03-01T12:01:00.000Z cpu 0.99");
    }

    private String run(String... command) {
        Map<String, String> settings =
                Map.of("KAFKA", broker.bootstrapServers(), "LIMIT", "0.9", "UNTIL_END", "1");
        return new Program(CONSUMERS, settings).run(command);
    }
}
