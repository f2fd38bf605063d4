package io.perfwatch.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Images, compose file and compose-init, with a Docker engine: {@code ./perfwatch test
 * --containers}.
 */
@Tag("containers")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final Pattern METRIC = Pattern.compile("\\b(?:perfwatch|process|jvm)_\\w+");

    private final Compose compose;

    ComposeIT(@TempDir Path directory) {
        compose = new Compose(directory);
    }

    @BeforeAll
    void up() {
        compose.initialise().up();
    }

    @AfterAll
    void remove() {
        compose.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"perfwatch.system.v1", "perfwatch.counters.v1", "perfwatch.hosts.v1"})
    @Order(1)
    void topics_areReadFromOutside(String topic) {
        await().atMost(Duration.ofMinutes(1)).until(() -> records(topic) > 0);
    }

    @Test
    @Order(1)
    void dashboard_isLiveInABrowser() {
        assertThat(compose.browse()).contains("moved three times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sampler", "perf-counter", "persister", "gateway"})
    @Order(1)
    void service_hasNoRightThatItDoesNotNeed(String service) {
        boolean counts = service.equals("perf-counter");
        assertThat(compose.inspect(service, "{{.HostConfig.ReadonlyRootfs}}")).isEqualTo("true");
        assertThat(compose.inspect(service, "{{.HostConfig.CapDrop}}")).isEqualTo("[ALL]");
        assertThat(compose.inspect(service, "{{.HostConfig.CapAdd}}"))
                .isEqualTo(counts ? "[CAP_PERFMON]" : "[]");
        assertThat(compose.inspect(service, "{{.HostConfig.SecurityOpt}}"))
                .contains("no-new-privileges:true");
        assertThat(compose.inspect(service, "{{.Config.User}}"))
                .isEqualTo(counts ? "0:0" : "10001:10001");
        assertThat(compose.inspect(service, "{{.HostConfig.Memory}}")).isNotEqualTo("0");
        assertThat(compose.inspect(service, "{{.HostConfig.RestartPolicy.Name}}"))
                .isEqualTo("unless-stopped");
    }

    /** A counter that is not there before it first counts would hide its first increase. */
    @Test
    @Order(1)
    void everyAlertAndDashboard_asksForMetricsThatAreThere() throws IOException {
        String metrics =
                Stream.of("sampler", "perf-counter", "persister", "gateway")
                        .map(compose::metrics)
                        .collect(Collectors.joining());
        for (String file : List.of("prometheus/alerts.yml", "grafana/dashboards/perfwatch.json")) {
            String asks = Files.readString(Kustomize.REPOSITORY.resolve("infra/" + file));
            assertThat(METRIC.matcher(asks).results().map(MatchResult::group))
                    .as(file)
                    .isNotEmpty()
                    .allSatisfy(
                            metric -> assertThat(metrics).containsPattern("\n" + metric + "[ {]"));
        }
        assertThat(metrics).contains("outcome=\"dead-lettered\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sampler", "perf-counter", "persister", "gateway"})
    @Order(1)
    void logs_areStructured(String service) {
        assertThat(compose.logs(service).lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"@timestamp\":"))
                .allMatch(line -> line.contains("\"ecs\":{\"version\":"));
    }

    @Test
    @Order(3)
    void removed_leavesNothing() {
        assertThat(compose.leftovers()).isNotEmpty();
        compose.close();
        assertThat(compose.leftovers()).isEmpty();
    }

    @Test
    @Order(2)
    void data_isThereAfterDownAndUp() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> !stored().equals("0"));
        long before = records("perfwatch.system.v1");
        String host = compose.psql("select name from host");
        compose.down();
        compose.up();
        assertThat(compose.psql("select name from host")).isEqualTo(host);
        assertThat(stored()).isNotEqualTo("0");
        assertThat(records("perfwatch.system.v1")).isGreaterThanOrEqualTo(before);
        assertThat(compose.browse()).contains("moved three times");
    }

    private String stored() {
        return compose.psql("select count(*) from pack_raw");
    }

    private long records(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + compose.kafka);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
