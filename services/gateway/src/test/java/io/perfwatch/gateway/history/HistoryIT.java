package io.perfwatch.gateway.history;

import static io.perfwatch.gateway.feed.EventsForTests.cpu;
import static io.perfwatch.gateway.feed.EventsForTests.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.Schema;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.pack.Aggregate;
import io.perfwatch.pack.Rollup;
import io.perfwatch.pack.Span;
import io.perfwatch.test.Database;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HistoryIT {
    private final RunningGateway gateway;
    private final StoredHistory history;
    private final Stack stack;

    HistoryIT(Stack stack) {
        gateway = stack.open();
        history = new StoredHistory(stack);
        this.stack = stack;
    }

    @Test
    void packs_areRead() throws Exception {
        history.store("stored", history.minute(), 1, 60);
        history.store("stored", history.minute().plusSeconds(60), 61, 120);

        JsonNode answer =
                history.ask(
                        "stored",
                        "cpu.utilization",
                        history.minute(),
                        history.minute().plusSeconds(120),
                        1200);

        assertThat(answer.path("time")).hasSize(120);
        assertThat(answer.path("time").path(0).asLong())
                .isEqualTo(history.minute().toEpochMilli() + 1);
        assertThat(numbers(answer, "avg")).startsWith(1L, 2L).endsWith(119L, 120L);
        assertThat(answer.path("gaps")).isEmpty();
        assertThat(answer.path("tier").asString()).isEqualTo("raw");
    }

    @Test
    void fewPoints_keepTheSpikes() throws Exception {
        history.store("spiky", history.minute(), 1, 60);

        JsonNode answer =
                history.ask(
                        "spiky",
                        "cpu.utilization",
                        history.minute(),
                        history.minute().plusSeconds(60),
                        14);

        assertThat(numbers(answer, "min")).startsWith(1L, 6L);
        assertThat(numbers(answer, "max")).startsWith(5L, 10L).endsWith(60L);
    }

    @Test
    void longRanges_comeFromRollups_andTheirEndFromSamples() throws Exception {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Instant day = hour.truncatedTo(ChronoUnit.DAYS);
        Schema schema = stack.schema();
        schema.host("tiers");
        schema.rollup(
                "pack_minute",
                "tiers",
                StoredHistory.TOPIC,
                "cpu",
                hour.minusSeconds(3600),
                minutes(60));
        history.store("tiers", hour, 3601, 3660);

        JsonNode answer =
                history.ask(
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
                        history.ask(
                                        "tiers",
                                        "cpu.utilization",
                                        day.minus(60, ChronoUnit.DAYS),
                                        hour,
                                        1000)
                                .path("tier")
                                .asString())
                .isEqualTo("hour");
    }

    /** One minute each, of 60 samples that are 0 to the number of the sample of its end. */
    private static Rollup minutes(int count) {
        Rollup rollup = new Rollup();
        for (int i = 0; i < count; i++) {
            rollup.add(
                    new Span(i * 60_000, StoredHistory.RUN, (i + 1) * 60L, 60, 60),
                    Map.of("utilization", new Aggregate(0, i, (i + 1) * 60, 60)));
        }
        return rollup;
    }

    @Test
    void manyHostsAndMetrics_comeInOneAnswer() throws Exception {
        history.store("many-1", history.minute(), 1, 60);
        history.store("many-2", history.minute(), 1, 60);

        JsonNode answer =
                gateway.json(
                        "/api/v1/history?host=many-1&host=many-2&metric=cpu.utilization"
                                + "&from=%s&to=%s"
                                        .formatted(
                                                history.minute(),
                                                history.minute().plusSeconds(60)));

        assertThat(answer.path("series").valueStream().map(s -> s.path("host").asString()))
                .containsExactly("many-1", "many-2");
    }

    @Test
    void memory_joinsWithoutSeam() throws Exception {
        history.store("joined", history.minute(), 1, 60);
        try (Probe probe = new Probe(stack.broker(), "joined")) {
            for (long sequence = 41; sequence <= 70; sequence++) {
                Instant time = history.minute().plusSeconds(sequence - 1).plusMillis(1);
                probe.send(system("joined", sequence, time, cpu(0.5)));
            }
        }

        await().untilAsserted(() -> {
            JsonNode answer =
                    history.ask(
                            "joined",
                            "cpu.utilization",
                            history.minute(),
                            history.minute().plusSeconds(90),
                            1200);
            assertThat(answer.path("time")).hasSize(70);
            assertThat(numbers(answer, "min")).contains(59L, 60L);
            assertThat(answer.path("gaps")).isEmpty();
        });
    }

    @Test
    void holes_areTold() throws Exception {
        history.store("holey", history.minute(), 1, 20);
        history.store("holey", history.minute().plusSeconds(60), 81, 90);

        JsonNode gaps =
                history.ask(
                                "holey",
                                "cpu.utilization",
                                history.minute(),
                                history.minute().plusSeconds(120),
                                1200)
                        .path("gaps");

        assertThat(gaps).hasSize(1);
        assertThat(gaps.path(0).path("reason").asString()).isEqualTo("missing");
        assertThat(Instant.parse(gaps.path(0).path("from").asString()))
                .isEqualTo(history.minute().plusSeconds(19).plusMillis(1));
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
                        history.ask(
                                        "nobody",
                                        "cpu.utilization",
                                        history.minute(),
                                        history.minute().plusSeconds(60),
                                        100)
                                .path("series"))
                .isEmpty();
    }

    @Test
    void hosts_areThoseOfTheDatabaseToo() throws Exception {
        stack.schema().host("silent");

        assertThat(gateway.json("/api/v1/hosts/silent").path("state").asString()).isEqualTo("gone");
    }

    @Test
    void databaseThatIsAway_isAProblemUntilItIsBack() throws Exception {
        String question = "/api/v1/history?host=a&metric=cpu.utilization";
        Database database = stack.database();
        database.stop();
        try {
            assertThat(gateway.get(question).statusCode()).isEqualTo(503);
            assertThat(gateway.get("/api/v1/hosts").statusCode()).isEqualTo(200);
        } finally {
            database.start();
        }
        await().untilAsserted(() -> assertThat(gateway.get(question).statusCode()).isEqualTo(200));
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
