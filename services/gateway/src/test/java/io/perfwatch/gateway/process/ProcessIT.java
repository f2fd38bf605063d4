package io.perfwatch.gateway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.Schema;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.metric.Topic;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.test.Broker;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProcessIT {
    private static final UUID RUN = UUID.fromString("01928c5e-0000-7000-8000-000000000001");

    private final Instant minute =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
    private Broker broker;
    private Schema schema;
    private RunningGateway gateway;

    @BeforeAll
    void start(Stack stack) {
        broker = stack.broker();
        schema = stack.schema();
        gateway = stack.open();
    }

    @Test
    void storedProcesses_areThoseOfTheLastLook() throws Exception {
        schema.host("stored");
        Pack pack = new Pack();
        for (int look = 0; look < 3; look++) {
            pack.begin(new Sample(RUN, look + 1, look * 5000));
            pack.number("total", Integer.toString(100 + look));
            pack.number("[" + (10 + look) + "].cpuCores", "0.5");
            pack.text("[" + (10 + look) + "].name", "postgres");
        }
        schema.pack("stored", Topic.PROCESSES.topicName(), "processes", minute, pack);

        JsonNode then = at("stored", minute.plusSeconds(7));

        assertThat(Instant.parse(then.path("time").asString())).isEqualTo(minute.plusSeconds(5));
        assertThat(then.path("totals").path("total").asInt()).isEqualTo(101);
        assertThat(then.path("processes"))
                .hasToString("[{\"pid\":11,\"cpuCores\":0.5,\"name\":\"postgres\"}]");
        assertThat(at("stored", minute.plusSeconds(65)).path("totals").path("total").asInt())
                .isEqualTo(102);
    }

    @Test
    void newestProcesses_comeFromMemory() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (Probe probe = new Probe(broker, "live")) {
            probe.send(
                    Topic.PROCESSES,
                    """
                    {"host":"live","probe":"sampler","run":"%s","sequence":1,"time":"%s",\
                    "processes":{"intervalSeconds":5.0,"total":7,"42":{"name":"java","threads":9}}}\
                    """
                            .formatted(RUN, now));
        }
        await().until(() -> status("live", now) == 200);

        assertThat(at("live", now).path("processes"))
                .hasToString("[{\"pid\":42,\"name\":\"java\",\"threads\":9}]");
        assertThat(status("live", now.minusSeconds(1))).isEqualTo(404);
    }

    @Test
    void nothingThere_isAProblem() throws Exception {
        assertThat(status("stored", minute.minusSeconds(1))).isEqualTo(404);
        for (String query : List.of("", "?host=A%20B", "?host=a&at=x")) {
            assertThat(gateway.get("/api/v1/processes" + query).statusCode()).isEqualTo(400);
        }
    }

    private JsonNode at(String host, Instant at) throws Exception {
        return gateway.json("/api/v1/processes?host=%s&at=%s".formatted(host, at));
    }

    private int status(String host, Instant at) throws Exception {
        return gateway.get("/api/v1/processes?host=%s&at=%s".formatted(host, at)).statusCode();
    }
}
