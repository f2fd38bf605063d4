package io.perfwatch.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.Schema;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Infrastructure.class)
final class SystemIT {
    @Test
    void system_tellsVersionsSizesAndHowFarItIs(Broker broker, Database database) throws Exception {
        Schema schema = new Schema(database);
        try (RunningGateway gateway = RunningGateway.start(broker, database);
                Probe probe = new Probe(broker, "web")) {
            probe.samples(3);
            schema.jdbc()
                    .sql("insert into watermark values ('perfwatch.system.v1', ?, 1, now())")
                    .param(probe.partition())
                    .update();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> topic(gateway).path("unstoredRecords").asInt() == 2);

            JsonNode system = gateway.json("/api/v1/system");
            assertThat(system.path("version").asString()).isNotEmpty();
            assertThat(topic(gateway).path("records").asInt()).isEqualTo(3);
            assertThat(system.path("database").path("version").asString()).startsWith("1");
            assertThat(system.path("database").path("sizeBytes").asLong()).isGreaterThan(1_000_000);
            assertThat(
                            system.path("database")
                                    .path("tiers")
                                    .valueStream()
                                    .map(tier -> tier.path("tier").asString()))
                    .containsExactly("raw", "minute", "hour");
            assertThat(system.path("clients").path("connected").asInt()).isZero();

            database.stop();
            try {
                await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                gateway.json("/api/v1/system").path("database").isMissingNode());
            } finally {
                database.start();
            }
        }
    }

    private static JsonNode topic(RunningGateway gateway) throws Exception {
        return gateway.json("/api/v1/system")
                .path("topics")
                .valueStream()
                .filter(t -> t.path("topic").asString("").equals("perfwatch.system.v1"))
                .findFirst()
                .orElseThrow();
    }
}
