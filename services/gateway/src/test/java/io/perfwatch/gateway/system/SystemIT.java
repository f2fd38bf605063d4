package io.perfwatch.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.test.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedStack.class)
final class SystemIT {
    private final Stack stack;
    private final RunningGateway gateway;

    SystemIT(Stack stack) {
        this.stack = stack;
        gateway = stack.open();
    }

    @Test
    void system_tellsVersionsAndSizes() throws Exception {
        JsonNode system = gateway.json("/api/v1/system");

        assertThat(system.path("version").asString()).isNotEmpty();
        assertThat(system.path("database").path("version").asString()).startsWith("1");
        assertThat(system.path("database").path("sizeBytes").asLong()).isGreaterThan(1_000_000);
        assertThat(
                        system.path("database")
                                .path("tiers")
                                .valueStream()
                                .map(tier -> tier.path("tier").asString()))
                .containsExactly("raw", "minute", "hour");
        await().until(() -> connected() == 0);
    }

    @Test
    void system_tellsHowFarItIs() throws Exception {
        try (Probe probe = new Probe(stack.broker(), "counted")) {
            long before = topic().path("records").asLong();
            probe.samples(3);
            await().until(() -> topic().path("records").asLong() == before + 3);

            long unstored = topic().path("unstoredRecords").asLong();
            mark(probe.partition(), 1);
            await().until(() -> topic().path("unstoredRecords").asLong() == unstored - 1);
        } finally {
            stack.schema().jdbc().sql("delete from watermark").update();
        }
    }

    private void mark(int partition, long nextOffset) {
        stack.schema()
                .jdbc()
                .sql("insert into watermark values ('perfwatch.system.v1', ?, ?, now())")
                .params(partition, nextOffset)
                .update();
    }

    @Test
    void databaseThatIsAway_isLeftOut() throws Exception {
        Database database = stack.database();
        database.stop();
        try {
            await().until(() -> gateway.json("/api/v1/system").path("database").isMissingNode());
        } finally {
            database.start();
        }
        await().until(() -> gateway.json("/api/v1/system").has("database"));
    }

    private int connected() throws Exception {
        return gateway.json("/api/v1/system").path("clients").path("connected").asInt();
    }

    private JsonNode topic() throws Exception {
        return gateway.json("/api/v1/system")
                .path("topics")
                .valueStream()
                .filter(t -> t.path("topic").asString("").equals("perfwatch.system.v1"))
                .findFirst()
                .orElseThrow();
    }
}
