package io.perfwatch.gateway.history;

import static io.perfwatch.gateway.feed.EventsForTests.cpu;
import static io.perfwatch.gateway.feed.EventsForTests.system;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.Schema;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Aggregate;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Rollup;
import io.perfwatch.pack.Sample;
import io.perfwatch.pack.Span;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Infrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HistoryIT {
    private static final UUID RUN = UUID.fromString("01928c5e-0000-7000-8000-000000000001");
    private static final String TOPIC = "perfwatch.system.v1";

    private final Instant minute =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
    private Broker broker;
    private Database database;
    private Schema schema;
    private RunningGateway gateway;

    @BeforeAll
    void start(Broker broker, Database database) throws Exception {
        this.broker = broker;
        this.database = database;
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        schema = new Schema(database);
        gateway = RunningGateway.start(broker, database, "history.max-series=3");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void packs_areRead() throws Exception {
        store("stored", minute, 1, 60);
        store("stored", minute.plusSeconds(60), 61, 120);

        JsonNode answer = ask("stored", "cpu.utilization", minute, minute.plusSeconds(120), 1200);

        assertThat(answer.path("time")).hasSize(120);
        assertThat(answer.path("time").path(0).asLong()).isEqualTo(minute.toEpochMilli() + 1);
        assertThat(numbers(answer, "avg")).startsWith(1L, 2L).endsWith(119L, 120L);
        assertThat(answer.path("gaps")).isEmpty();
        assertThat(answer.path("tier").asString()).isEqualTo("raw");
    }

    @Test
    void fewPoints_keepTheSpikes() throws Exception {
        store("spiky", minute, 1, 60);

        JsonNode answer = ask("spiky", "cpu.utilization", minute, minute.plusSeconds(60), 14);

        assertThat(numbers(answer, "min")).startsWith(1L, 6L);
        assertThat(numbers(answer, "max")).startsWith(5L, 10L).endsWith(60L);
    }

    @Test
    void longRanges_comeFromRollups_andTheirEndFromSamples() throws Exception {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Instant day = hour.truncatedTo(ChronoUnit.DAYS);
        schema.host("tiers");
        schema.rollup("pack_minute", "tiers", TOPIC, "cpu", hour.minusSeconds(3600), minutes(60));
        store("tiers", hour, 3601, 3660);

        JsonNode answer =
                ask(
                        "tiers",
                        "cpu.utilization",
                        hour.minus(1, ChronoUnit.DAYS),
                        hour.plusSeconds(60),
                        1000);

        assertThat(answer.path("tier").asString()).isEqualTo("minute");
        assertThat(answer.path("spanSeconds").asInt()).isEqualTo(120);
        assertThat(answer.path("time")).hasSize(31);
        assertThat(numbers(answer, "min")).startsWith(0L, 0L).endsWith(3601L);
        assertThat(numbers(answer, "max")).startsWith(120L, 240L).endsWith(3660L);
        assertThat(answer.path("gaps")).isEmpty();
        assertThat(
                        ask("tiers", "cpu.utilization", day.minus(60, ChronoUnit.DAYS), hour, 1000)
                                .path("tier")
                                .asString())
                .isEqualTo("hour");
    }

    /** One minute each, of 60 samples that are 0 to the number of the sample of its end. */
    private static Rollup minutes(int count) {
        Rollup rollup = new Rollup();
        for (int i = 0; i < count; i++) {
            rollup.add(
                    new Span(i * 60_000, RUN, (i + 1) * 60L, 60, 60),
                    Map.of("utilization", new Aggregate(0, i, (i + 1) * 60, 60)));
        }
        return rollup;
    }

    @Test
    void manyHostsAndMetrics_comeInOneAnswer() throws Exception {
        store("many-1", minute, 1, 60);
        store("many-2", minute, 1, 60);

        JsonNode answer =
                gateway.json(
                        "/api/v1/history?host=many-1&host=many-2&metric=cpu.utilization"
                                + "&from=%s&to=%s".formatted(minute, minute.plusSeconds(60)));

        assertThat(answer.path("series").valueStream().map(s -> s.path("host").asString()))
                .containsExactly("many-1", "many-2");
    }

    @Test
    void oddNames_areFoundByTheirPathAndByWildcard() throws Exception {
        schema.host("odd");
        Pack pack = new Pack();
        pack.begin(new Sample(RUN, 1, 0));
        for (String name : List.of("a]b", "a\\b", "a.b", "*")) {
            pack.number("[" + MetricPath.escapeKey(name) + "].x", "1");
        }
        schema.pack("odd", TOPIC, "disks", minute, pack);

        for (String metric :
                List.of("disks[a\\]b].x", "disks[a\\\\b].x", "disks[a.b].x", "disks[\\*].x")) {
            assertThat(oddSeries(metric)).containsExactly(metric);
        }
        assertThat(oddSeries("disks[*].y")).isEmpty();
        assertThat(
                        gateway.get("/api/v1/history?host=odd&metric=" + encoded("disks[*].x"))
                                .statusCode())
                .as("four are more than this gateway gives")
                .isEqualTo(400);
    }

    private List<String> oddSeries(String metric) throws Exception {
        return ask("odd", encoded(metric), minute, minute.plusSeconds(60), 100)
                .path("series")
                .valueStream()
                .map(series -> series.path("metric").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Test
    void export_isOneValueALine() throws Exception {
        store("exported", minute, 1, 3);
        String question =
                "/api/v1/export?host=exported&metric=cpu.utilization&from=%s&to=%s"
                        .formatted(minute, minute.plusSeconds(2));

        HttpResponse<String> csv = gateway.get(question);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow())
                .startsWithIgnoringCase("text/csv;charset=utf-8");
        assertThat(csv.body())
                .isEqualTo(
                        "time,host,metric,value\r\n%s,exported,cpu.utilization,1.0\r\n%s,exported,cpu.utilization,2.0\r\n"
                                .formatted(minute.plusMillis(1), minute.plusMillis(1001)));
        assertThat(gateway.get(question + "&format=jsonl").body())
                .startsWith(
                        "{\"time\":\"%s\",\"host\":\"exported\",\"metric\":\"cpu.utilization\",\"value\":1.0}\n"
                                .formatted(minute.plusMillis(1)));
        assertThat(gateway.get(question + "&tier=minute").body())
                .isEqualTo("time,host,metric,min,avg,max,samples\r\n");
    }

    @Test
    void export_goesOnOverManyRows() throws Exception {
        for (int i = 0; i < 200; i++) {
            storeCores("large-export", 3, minute.minusSeconds(60L * i));
        }
        long lines =
                gateway.get(
                                "/api/v1/export?host=large-export&metric=cpu.cores%5B*%5D.utilization&from="
                                        + minute.minus(Duration.ofHours(4)))
                        .body()
                        .lines()
                        .count();

        assertThat(lines).isEqualTo(1 + 200 * 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&format=xml", "&tier=day", "&from=x", "&host=A%20B"})
    void badExports_areProblems(String more) throws Exception {
        HttpResponse<String> answer =
                gateway.get("/api/v1/export?host=a&metric=cpu.utilization" + more);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void memory_joinsWithoutSeam() throws Exception {
        store("joined", minute, 1, 60);
        try (Probe probe = new Probe(broker, "joined")) {
            for (long sequence = 41; sequence <= 70; sequence++) {
                Instant time = minute.plusSeconds(sequence - 1).plusMillis(1);
                probe.send(system("joined", sequence, time, cpu(0.5)));
            }
        }

        await().untilAsserted(() -> {
            JsonNode answer =
                    ask("joined", "cpu.utilization", minute, minute.plusSeconds(90), 1200);
            assertThat(answer.path("time")).hasSize(70);
            assertThat(numbers(answer, "min")).contains(59L, 60L);
            assertThat(answer.path("gaps")).isEmpty();
        });
    }

    @Test
    void holes_areTold() throws Exception {
        store("holey", minute, 1, 20);
        store("holey", minute.plusSeconds(60), 81, 90);

        JsonNode gaps =
                ask("holey", "cpu.utilization", minute, minute.plusSeconds(120), 1200).path("gaps");

        assertThat(gaps).hasSize(1);
        assertThat(gaps.path(0).path("reason").asString()).isEqualTo("missing");
        assertThat(Instant.parse(gaps.path(0).path("from").asString()))
                .isEqualTo(minute.plusSeconds(19).plusMillis(1));
    }

    @Test
    void wildcards_findEveryCore_upToALimit() throws Exception {
        storeCores("small", 3);
        storeCores("large", 4);

        assertThat(
                        ask(
                                        "small",
                                        "cpu.cores%5B*%5D.utilization",
                                        minute,
                                        minute.plusSeconds(60),
                                        100)
                                .path("series")
                                .valueStream()
                                .map(series -> series.path("metric").asString()))
                .containsExactly(
                        "cpu.cores[0].utilization",
                        "cpu.cores[1].utilization",
                        "cpu.cores[2].utilization");
        HttpResponse<String> refused =
                gateway.get("/api/v1/history?host=large&metric=cpu.cores%5B*%5D.utilization");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("at most 3 series");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?host=a",
                "?metric=cpu.utilization",
                "?host=A%20B&metric=cpu.utilization",
                "?host=a&metric=cpu",
                "?host=a&metric='%3B%20drop%20table%20host%3B--",
                "?host=a&metric=cpu.utilization&from=x",
                "?host=a&metric=cpu.utilization&points=x",
                "?host=a&metric=cpu.utilization&points=0",
                "?host=a&metric=cpu.utilization&from=0&to=1795435200000"
            })
    void badQuestions_areProblems(String query) throws Exception {
        HttpResponse<String> answer = gateway.get("/api/v1/history" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"");
    }

    @Test
    void unknownHost_hasNoSeries() throws Exception {
        assertThat(
                        ask("nobody", "cpu.utilization", minute, minute.plusSeconds(60), 100)
                                .path("series"))
                .isEmpty();
    }

    @Test
    void hosts_areThoseOfTheDatabaseToo() throws Exception {
        schema.host("silent");

        assertThat(gateway.json("/api/v1/hosts/silent").path("state").asString()).isEqualTo("gone");
    }

    @Test
    void databaseThatIsAway_isAProblemUntilItIsBack() throws Exception {
        String question = "/api/v1/history?host=a&metric=cpu.utilization";
        database.stop();
        try {
            assertThat(gateway.get(question).statusCode()).isEqualTo(503);
            assertThat(gateway.get("/api/v1/hosts").statusCode()).isEqualTo(200);
        } finally {
            database.start();
        }
        await().untilAsserted(() -> assertThat(gateway.get(question).statusCode()).isEqualTo(200));
    }

    private JsonNode ask(String host, String metric, Instant from, Instant to, int points)
            throws Exception {
        return gateway.json(
                "/api/v1/history?host=%s&metric=%s&from=%s&to=%d&points=%d"
                        .formatted(host, metric, from, to.toEpochMilli(), points));
    }

    /** A sample a second, one millisecond after it; its value is its sequence. */
    private void store(String host, Instant start, long first, long last) {
        schema.host(host);
        Pack pack = new Pack();
        LongStream.rangeClosed(first, last)
                .forEach(sequence -> {
                    int millis = (int) (sequence - first) * 1000 + 1;
                    pack.begin(new Sample(RUN, sequence, millis));
                    pack.number("utilization", Long.toString(sequence));
                });
        schema.pack(host, TOPIC, "cpu", start, pack);
    }

    private void storeCores(String host, int cores) {
        storeCores(host, cores, minute);
    }

    private void storeCores(String host, int cores, Instant start) {
        schema.host(host);
        Pack pack = new Pack();
        pack.begin(new Sample(RUN, 1, 0));
        for (int core = 0; core < cores; core++) {
            pack.number("cores[" + core + "].utilization", "0.5");
        }
        schema.pack(host, TOPIC, "cpu", start, pack);
    }

    private static List<Long> numbers(JsonNode answer, String which) {
        return answer.path("series")
                .path(0)
                .path(which)
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }
}
