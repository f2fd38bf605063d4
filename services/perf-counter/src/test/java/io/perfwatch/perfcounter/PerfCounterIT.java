package io.perfwatch.perfcounter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.perfwatch.metric.Counter;
import io.perfwatch.metric.Counter.Quality;
import io.perfwatch.metric.Counters;
import io.perfwatch.metric.CountersEvent;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.HostEvent;
import io.perfwatch.metric.Topic;
import io.perfwatch.perfcounter.child.FakePerf;
import io.perfwatch.sampling.ManagementServer;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Infrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a real broker, with a perf of ours. */
@ExtendWith(Infrastructure.class)
class PerfCounterIT {
    private static final String COUNT =
            """
            for i in 1 2 3 4 5 6 7 8 9; do
              line $i.0 cycles 4000; line $i.0 instructions 5000; line $i.0 context-switches 7
              sleep 0.1
            done
            exec sleep 1000
            """;

    private static final Predicate<String> WAITING =
            Pattern.compile("(?s).*perfwatch_events_buffered [1-9][0-9].*").asMatchPredicate();

    @TempDir private Path folder;
    private TopicLog log;
    private @Nullable ConfigurableApplicationContext service;

    @BeforeEach
    void makeTopics(Broker broker) throws Exception {
        broker.clear();
        try (Admin admin = broker.admin()) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(Topic.COUNTERS.topicName(), 3, (short) 1),
                                    new NewTopic(Topic.HOSTS.topicName(), 3, (short) 1)))
                    .all()
                    .get();
        }
        log = new TopicLog(broker);
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(service).close();
        log.close();
    }

    @Test
    void counters_arriveAsTheContractSays(Broker broker) throws IOException {
        FakePerf perf = FakePerf.in(folder).count(COUNT);
        start(broker, perf.program(), "{cycles,instructions},context-switches");

        List<ConsumerRecord<String, byte[]>> records = log.await(Topic.COUNTERS, 9);

        assertThat(records)
                .allSatisfy(record -> {
                    assertThat(record.key()).isEqualTo("web-1");
                    assertThat(violations(Topic.COUNTERS, record.value())).isEmpty();
                    assertThat(header(record, "ce_type")).isEqualTo("perfwatch.counters.v1");
                    assertThat(header(record, "ce_source"))
                            .isEqualTo("/perfwatch/perf-counter/web-1");
                    assertThat(header(record, "content-type")).isEqualTo("application/json");
                });
        assertThat(records.stream().map(PerfCounterIT::counters))
                .extracting(CountersEvent::sequence)
                .startsWith(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        Counters counters = Objects.requireNonNull(counters(records.get(4)).counters());
        assertThat(counters.intervalSeconds()).isEqualTo(1);
        assertThat(counters.instructionsPerCycle()).isEqualTo(1.25);
        assertThat(counters.events())
                .containsEntry("context-switches", Counter.counted(7, 1, Quality.EXACT))
                .containsEntry("cycles", Counter.counted(4000, 1, Quality.EXACT));
    }

    @Test
    void hosts_saysWhatIsUnavailableAndWhy(Broker broker) throws IOException {
        FakePerf perf =
                FakePerf.in(folder)
                        .probe(
                                """
                                case $events in
                                  slots) exit 129 ;;
                                  *) line 0.1 $events 5 ;;
                                esac
                                """)
                        .count("line 1.0 faults 3; exec sleep 1000");
        start(broker, perf.program(), "slots,faults");

        ConsumerRecord<String, byte[]> record = log.await(Topic.HOSTS, 1).getFirst();

        HostEvent host = (HostEvent) EventJson.read(Topic.HOSTS, record.value());
        assertThat(record.key()).isEqualTo("web-1/perf-counter");
        assertThat(violations(Topic.HOSTS, record.value())).isEmpty();
        assertThat(host.unavailable())
                .containsEntry("counters[slots]", "unknown to perf on this machine");
        assertThat(counters(log.await(Topic.COUNTERS, 1).getFirst()).unavailable())
                .containsEntry("counters[slots]", "unknown to perf on this machine");
    }

    @Test
    void service_runsWithoutPerfAndSaysSo(Broker broker) throws Exception {
        start(broker, folder.resolve("nowhere").toString(), "");

        CountersEvent event = counters(log.await(Topic.COUNTERS, 3).get(2));

        assertThat(event.counters()).isNull();
        assertThat(event.unavailable().get("counters")).startsWith("perf is not here");
        assertThat(
                        ((HostEvent)
                                        EventJson.read(
                                                Topic.HOSTS,
                                                log.await(Topic.HOSTS, 1).getFirst().value()))
                                .unavailable())
                .containsKey("counters");
        assertThat(get(port(), "/actuator/health/liveness")).contains("UP");
        assertThat(get(port(), "/actuator/prometheus")).contains("perfwatch_perf_starts_total 0.0");
    }

    @Test
    void nothingIsLostWhileTheBrokerIsAway(Broker broker) throws IOException {
        FakePerf perf =
                FakePerf.in(folder)
                        .count(
                                """
                                i=0
                                while i=$((i + 1)); do line $i.0 faults 1; sleep 0.1; done
                                """);
        start(broker, perf.program(), "faults");
        log.await(Topic.COUNTERS, 5);

        broker.stop();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(port(), "/actuator/prometheus"), WAITING);
        broker.start();

        List<ConsumerRecord<String, byte[]>> records = log.await(Topic.COUNTERS, 30);
        assertThat(records.stream().map(r -> counters(r).sequence()).toList())
                .isEqualTo(LongStream.rangeClosed(1, records.size()).boxed().toList());
    }

    private int port() {
        return Objects.requireNonNull(service).getBean(ManagementServer.class).port();
    }

    private void start(Broker broker, String perf, String events) {
        service =
                new SpringApplicationBuilder(PerfCounterApplication.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                                "--management.server.port=0",
                                "--perfwatch.perf-counter.host=web-1",
                                "--perfwatch.perf-counter.perf=" + perf,
                                "--perfwatch.perf-counter.events=" + events,
                                "--perfwatch.perf-counter.interval=200ms",
                                "--perfwatch.perf-counter.retry=100ms");
    }

    private static CountersEvent counters(ConsumerRecord<String, byte[]> record) {
        return (CountersEvent) EventJson.read(Topic.COUNTERS, record.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static List<?> violations(Topic topic, byte[] json) throws IOException {
        String file = "/schema/" + topic.topicName() + ".json";
        try (InputStream schema =
                Objects.requireNonNull(EventJson.class.getResourceAsStream(file))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(new String(json, UTF_8), InputFormat.JSON);
        }
    }

    private static String get(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }
}
