package io.perfwatch.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import io.perfwatch.test.SecuredBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The four services on a broker with TLS, SCRAM and an authorizer: each with the rights of its user
 * in {@code k8s/components/strimzi}, with the settings of {@code k8s/components/kafka-security}.
 */
@ExtendWith(Infrastructure.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("full")
class SecurityIT {
    private static final Pattern SETTING = Pattern.compile("name: (SPRING_\\w+), value: ([^}]+)}");
    private static final String PASSWORD = "a password of the test";

    private final SecuredBroker broker = new SecuredBroker();
    private final List<RunningService> services = new ArrayList<>();
    private final Map<String, String> security = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int dashboard = FreePort.next();

    @BeforeAll
    void start(Database database, @TempDir Path directory) throws IOException {
        broker.createTopics(StrimziUsers.topics());
        for (Manifest user : StrimziUsers.users()) {
            broker.addUser(user.name(), PASSWORD);
            broker.allow(StrimziUsers.rights(user));
        }
        Path settings =
                Kustomize.REPOSITORY.resolve("k8s/components/kafka-security/connection.yaml");
        SETTING.matcher(Files.readString(settings))
                .results()
                .forEach(found -> security.put(found.group(1), found.group(2)));
        for (String service : List.of("sampler", "perf-counter", "persister", "gateway")) {
            services.add(new RunningService(service, directory, environment(service, database)));
        }
    }

    @AfterAll
    void stop() {
        services.forEach(RunningService::close);
        broker.close();
    }

    @Test
    void everyService_worksWithItsRightsAlone(Database database) {
        awaitAtMost(Duration.ofMinutes(2), () -> records("perfwatch.system.v1") > 0);
        awaitAtMost(Duration.ofMinutes(1), () -> records("perfwatch.counters.v1") > 0);
        awaitAtMost(Duration.ofMinutes(2), () -> hostIsStored(database));
        awaitAtMost(Duration.ofMinutes(1), () -> get("/api/v1/hosts").contains("\"host\":\""));
    }

    /** From its tarball, by its installer, started by the command of its unit. */
    @Test
    void installedProbe_joins(@TempDir Path directory) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        var probe =
                InstalledProbe.of(
                        "sampler",
                        directory,
                        "--kafka",
                        broker.bootstrapServers(),
                        "--user",
                        "perfwatch-sampler",
                        "--password-file",
                        password.toString(),
                        "--ca",
                        broker.certificate().toString(),
                        "--host",
                        "installed-1");
        assertThat(Files.getPosixFilePermissions(probe.environmentFile()).toString())
                .doesNotContain("GROUP", "OTHERS");
        services.add(probe.start(directory.resolve("installed.log")));
        awaitAtMost(Duration.ofMinutes(2), () -> get("/api/v1/hosts").contains("installed-1"));
    }

    @Test
    void persister_writesDeadLetters() throws Exception {
        try (var producer = producer(login("perfwatch-sampler", PASSWORD))) {
            var record = new ProducerRecord<>("perfwatch.system.v1", "web-1", "no event");
            producer.send(record).get(1, TimeUnit.MINUTES);
        }
        awaitAtMost(Duration.ofMinutes(2), () -> records("perfwatch.system.v1-dlt") > 0);
    }

    @Test
    void probe_readsNothing_andWritesNoOtherTopic() {
        Map<String, Object> sampler = login("perfwatch-sampler", PASSWORD);
        var partition = new TopicPartition("perfwatch.system.v1", 0);
        try (var consumer = consumer(sampler)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(30)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
        assertRefused(sampler, "perfwatch.counters.v1", TopicAuthorizationException.class);
    }

    @Test
    void gateway_writesNoSamples() {
        assertRefused(
                login("perfwatch-gateway", PASSWORD),
                "perfwatch.system.v1",
                TopicAuthorizationException.class);
    }

    @Test
    void wrongPassword_isRefused() {
        assertRefused(
                login("perfwatch-sampler", "guessed"),
                "perfwatch.system.v1",
                SaslAuthenticationException.class);
    }

    private static void assertRefused(
            Map<String, Object> login, String topic, Class<? extends Exception> why) {
        try (var producer = producer(login)) {
            assertThatThrownBy(() ->
                            producer.send(new ProducerRecord<>(topic, "web-1", "{}"))
                                    .get(1, TimeUnit.MINUTES))
                    .hasCauseInstanceOf(why);
        }
    }

    private Map<String, String> environment(String service, Database database) {
        Map<String, String> login = broker.login("perfwatch-" + service, PASSWORD);
        var environment = new HashMap<>(security);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", login.get("sasl.jaas.config"));
        environment.put(
                "SPRING_KAFKA_PROPERTIES_SSL_TRUSTSTORE_LOCATION", broker.certificate().toString());
        environment.put("MANAGEMENT_SERVER_PORT", "0");
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_PASSWORD", Database.PASSWORD);
        environment.put("PERFWATCH_GATEWAY_ACCESS_DATABASE_PASSWORD", Database.PASSWORD);
        if (service.equals("gateway")) {
            environment.put("SERVER_PORT", Integer.toString(dashboard));
        }
        return environment;
    }

    private long records(String topic) throws InterruptedException, ExecutionException {
        try (var admin = broker.admin()) {
            TopicDescription described =
                    admin.describeTopics(List.of(topic))
                            .topicNameValues()
                            .values()
                            .iterator()
                            .next()
                            .get();
            Map<TopicPartition, OffsetSpec> ends =
                    described.partitions().stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private static boolean hostIsStored(Database database) throws SQLException {
        try (var connection = database.connect(Database.PERSISTER);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from host")) {
            return row.next() && row.getLong(1) > 0;
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d%s".formatted(dashboard, path));
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(UTF_8)).body();
    }

    private void awaitAtMost(Duration patience, Callable<Boolean> condition) {
        try {
            await().atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() -> {
                        services.forEach(RunningService::assertRuns);
                        return condition.call();
                    });
        } catch (ConditionTimeoutException e) {
            String logs = services.stream().map(RunningService::log).collect(joining("\n\n"));
            throw new AssertionError(logs, e);
        }
    }

    private Map<String, Object> login(String user, String password) {
        return Map.copyOf(broker.login(user, password));
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> login) {
        return new KafkaProducer<>(login, new StringSerializer(), new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(Map<String, Object> login) {
        return new KafkaConsumer<>(login, new StringDeserializer(), new StringDeserializer());
    }
}
