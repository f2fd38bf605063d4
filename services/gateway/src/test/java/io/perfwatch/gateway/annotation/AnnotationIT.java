package io.perfwatch.gateway.annotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.CompactedTopic;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.Schema;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnnotationIT {
    private static final String ALL = "?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z";

    private Broker broker;
    private Schema schema;
    private RunningGateway gateway;
    private RunningGateway replica;

    @BeforeAll
    void start(Stack stack) {
        broker = stack.broker();
        schema = stack.schema();
        gateway = stack.open();
        replica = stack.openReplica();
    }

    @Test
    void whoSaysIt_findsItAtOnce_andTheTopicHasIt() throws Exception {
        HttpResponse<String> said =
                say(
                        """
                        {"time":"2026-03-01T12:00:00Z","text":"shop 4.2","tags":["deploy"],"hosts":["a"]}\
                        """);

        assertThat(said.statusCode()).isEqualTo(201);
        JsonNode annotation = EventJson.mapper().readTree(said.body());
        String id = annotation.path("id").asString();
        assertThat(found(gateway, ALL + "&host=a")).contains(id);
        assertThat(found(gateway, ALL + "&host=b")).doesNotContain(id);
        await().untilAsserted(() -> assertThat(found(replica, ALL)).contains(id));
        await().untilAsserted(() ->
                assertThat(newest(id)).asString(UTF_8).contains("\"text\":\"shop 4.2\""));

        assertThat(gateway.delete("/api/v1/annotations/" + id).statusCode()).isEqualTo(204);
        assertThat(found(gateway, ALL)).doesNotContain(id);
        await().untilAsserted(() -> assertThat(found(replica, ALL)).doesNotContain(id));
        await().untilAsserted(() -> assertThat(newest(id)).isNull());
    }

    @Test
    void whatIsStored_isFoundByRangeAndHost() throws Exception {
        store("moment", "2020-03-01T12:00:00Z", null, "{}");
        store("long", "2020-03-01T10:00:00Z", "2020-03-01T13:00:00Z", "{a,b}");

        String noon = "?from=2020-03-01T12:00:00Z&to=2020-03-01T12:00:01Z";
        assertThat(found(gateway, noon)).containsExactly("long", "moment");
        assertThat(found(gateway, noon + "&host=b")).containsExactly("long", "moment");
        assertThat(found(gateway, noon + "&host=c")).containsExactly("moment");
        assertThat(found(gateway, "?from=2020-03-01T12:00:01Z&to=2020-03-01T12:30:00Z"))
                .containsExactly("long");
        assertThat(found(gateway, "?from=2020-03-01T09:00:00Z&to=2020-03-01T10:00:00Z")).isEmpty();
    }

    @Test
    void aLaterRecord_replacesWhatIsStored() throws Exception {
        store("changed", "2021-03-01T12:00:00Z", null, "{}");
        say("{\"id\":\"changed\",\"time\":\"2022-03-01T12:00:00Z\",\"text\":\"later\"}");

        assertThat(found(gateway, "?from=2021-01-01T00:00:00Z&to=2021-12-31T00:00:00Z")).isEmpty();
        assertThat(found(gateway, "?from=2022-01-01T00:00:00Z&to=2022-12-31T00:00:00Z"))
                .containsExactly("changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"text\":7",
                "{\"text\":\" \"}",
                "{\"text\":\"x\",\"time\":\"noon\"}",
                "{\"text\":\"x\",\"id\":\"a b\"}",
                "{\"text\":\"x\",\"hosts\":[\"A B\"]}",
                "{\"text\":\"x\",\"hosts\":[null]}",
                "{\"text\":\"x\",\"tags\":[\"\"]}",
                "{\"text\":\"x\",\"tags\":{}}",
                "{\"text\":\"x\",\"time\":\"2026-03-01T12:00:00Z\",\"until\":\"2025-03-01T12:00:00Z\"}"
            })
    void badAnnotations_areProblems(String body) throws Exception {
        HttpResponse<String> answer = say(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void badQuestions_areProblems() throws Exception {
        for (String query : List.of("?host=A%20B", "?from=x", "?from=2026-01-01T00:00:00Z&to=0")) {
            assertThat(gateway.get("/api/v1/annotations" + query).statusCode()).isEqualTo(400);
        }
        assertThat(gateway.delete("/api/v1/annotations/a%20b").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> say(String json) throws Exception {
        return gateway.post("/api/v1/annotations", json);
    }

    private static List<String> found(RunningGateway gateway, String query) throws Exception {
        return gateway.json("/api/v1/annotations" + query)
                .path("annotations")
                .valueStream()
                .map(annotation -> annotation.path("id").asString())
                .toList();
    }

    private void store(String id, String time, @Nullable String until, String hosts) {
        schema.jdbc()
                .sql(
                        """
                        insert into annotation
                        values (?, ?::timestamptz, ?::timestamptz, 'x', '{}', ?::text[], now(), 0)
                        """)
                .param(id)
                .param(time)
                .param(until)
                .param(hosts)
                .update();
    }

    private byte @Nullable [] newest(String id) {
        return new CompactedTopic(broker, Topic.ANNOTATIONS).newest().get(id);
    }
}
