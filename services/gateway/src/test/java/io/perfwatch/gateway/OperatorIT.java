package io.perfwatch.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.RetentionSetting;
import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an operator asks of the storage, and what the persister finds of it on the topics. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperatorIT {
    private static final String RETENTION = "/api/v1/settings/retention";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Broker broker;
    private final Schema schema;
    private final RunningGateway gateway;

    OperatorIT(Stack stack) {
        broker = stack.broker();
        schema = stack.schema();
        gateway = stack.open();
    }

    @Test
    void aRetention_isSetOnTheTopic_andToldAsThePersisterObeysIt() throws Exception {
        RetentionSetting wanted = new RetentionSetting(7200, 86_400, 864_000);
        HttpResponse<String> answer =
                gateway.put(RETENTION, new String(EventJson.write(wanted), UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        byte @Nullable [] published = newest(Topic.SETTINGS).get(RetentionSetting.KEY);
        assertThat(EventJson.readRetention(Objects.requireNonNull(published))).isEqualTo(wanted);
        assertThat(gateway.json(RETENTION).path("rawSeconds").asLong()).isEqualTo(172_800);
        obeyed("2 h");
        assertThat(gateway.json(RETENTION).path("rawSeconds").asLong()).isEqualTo(7200);
        obeyed("48 h");
    }

    private void obeyed(String raw) {
        schema.jdbc()
                .sql("update tier set retention = ?::interval where name = 'raw'")
                .param(raw)
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rawSeconds\":7200,\"minuteSeconds\":86400}",
                "{\"rawSeconds\":60,\"minuteSeconds\":86400,\"hourSeconds\":864000}",
                "{\"rawSeconds\":\"long\",\"minuteSeconds\":86400,\"hourSeconds\":864000}"
            })
    void aRetentionThatIsNone_isAProblem(String json) throws Exception {
        HttpResponse<String> answer = gateway.put(RETENTION, json);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void whatIsMissingOfAHost_isTold() throws Exception {
        schema.host("gappy");
        schema.jdbc()
                .sql(
                        """
                        with h as (select id from host where name = 'gappy'), s as (
                            insert into host_state (host_id, topic, partition, append_time, sample_time, run, sequence)
                            select id, 'perfwatch.system.v1', 0, now(), now(), uuidv7(), 60 from h
                            returning run)
                        insert into completeness (host_id, topic, start, run, stored,
                            first_sequence, last_sequence, first_time, last_time)
                        select h.id, 'perfwatch.system.v1', date_trunc('hour', now() - interval '60 s'), s.run,
                            57, 1, 60, now() - interval '60 s', now() from h, s
                        """)
                .update();
        JsonNode topic = gateway.json("/api/v1/completeness?host=gappy").path("topics").get(0);

        assertThat(topic.path("topic").asString()).isEqualTo("perfwatch.system.v1");
        assertThat(topic.path("stored").asLong()).isEqualTo(57);
        assertThat(topic.path("missing").asLong()).isEqualTo(3);
        assertThat(status("/api/v1/completeness?host=never-there")).isEqualTo(404);
        assertThat(
                        status(
                                "/api/v1/completeness?host=gappy&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z"))
                .isEqualTo(400);
    }

    @Test
    void aHostThatIsDeleted_hasATombstoneForEachProbe_andIsGone() throws Exception {
        try (Probe probe = new Probe(broker, "doomed")) {
            probe.sample();
            probe.describe("{}");
            await().atMost(LONG).until(() -> status("/api/v1/hosts/doomed") == 200);
            await().atMost(LONG).until(() -> newest(Topic.HOSTS).get("doomed/sampler") != null);
            assertThat(gateway.delete("/api/v1/hosts/doomed").statusCode()).isEqualTo(204);
        }
        assertThat(newest(Topic.HOSTS)).containsEntry("doomed/sampler", null);
        await().atMost(LONG).until(() -> status("/api/v1/hosts/doomed") == 404);
        assertThat(gateway.delete("/api/v1/hosts/doomed").statusCode()).isEqualTo(404);
    }

    private int status(String path) throws Exception {
        return gateway.get(path).statusCode();
    }

    private Map<String, byte @Nullable []> newest(Topic topic) {
        return new CompactedTopic(broker, topic).newest();
    }
}
