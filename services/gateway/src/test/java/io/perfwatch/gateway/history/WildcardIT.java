package io.perfwatch.gateway.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.Schema;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One question finds many series, by names as odd as they come. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WildcardIT {
    private final RunningGateway gateway;
    private final StoredHistory history;
    private final Schema schema;

    WildcardIT(Stack stack) {
        gateway = stack.open();
        history = new StoredHistory(stack);
        schema = stack.schema();
    }

    @Test
    void oddNames_areFoundByTheirPathAndByWildcard() throws Exception {
        schema.host("odd");
        Pack pack = new Pack();
        pack.begin(new Sample(StoredHistory.RUN, 1, 0));
        for (String name : List.of("a]b", "a\\b", "a.b", "*")) {
            pack.number("[" + MetricPath.escapeKey(name) + "].x", "1");
        }
        schema.pack("odd", StoredHistory.TOPIC, "disks", history.minute(), pack);

        for (String metric :
                List.of("disks[a\\]b].x", "disks[a\\\\b].x", "disks[a.b].x", "disks[\\*].x")) {
            assertThat(history.metrics("odd", encoded(metric))).containsExactly(metric);
        }
        assertThat(history.metrics("odd", encoded("disks[*].y"))).isEmpty();
        assertThat(
                        gateway.get("/api/v1/history?host=odd&metric=" + encoded("disks[*].x"))
                                .statusCode())
                .as("four are more than this gateway gives")
                .isEqualTo(400);
    }

    @Test
    void wildcards_findEveryCore_upToALimit() throws Exception {
        history.storeCores("small", 3, history.minute());
        history.storeCores("large", 4, history.minute());

        assertThat(history.metrics("small", "cpu.cores%5B*%5D.utilization"))
                .containsExactly(
                        "cpu.cores[0].utilization",
                        "cpu.cores[1].utilization",
                        "cpu.cores[2].utilization");
        HttpResponse<String> refused =
                gateway.get("/api/v1/history?host=large&metric=cpu.cores%5B*%5D.utilization");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("at most 3 series");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
