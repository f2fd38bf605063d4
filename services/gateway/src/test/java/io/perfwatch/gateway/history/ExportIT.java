package io.perfwatch.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExportIT {
    private final RunningGateway gateway;
    private final StoredHistory history;

    ExportIT(Stack stack) {
        gateway = stack.open();
        history = new StoredHistory(stack);
    }

    @Test
    void export_isOneValueALine() throws Exception {
        history.store("exported", history.minute(), 1, 3);
        String question =
                "/api/v1/export?host=exported&metric=cpu.utilization&from=%s&to=%s"
                        .formatted(history.minute(), history.minute().plusSeconds(2));

        HttpResponse<String> csv = gateway.get(question);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow())
                .startsWithIgnoringCase("text/csv;charset=utf-8");
        assertThat(csv.body())
                .isEqualTo(
                        "time,host,metric,value\r\n%s,exported,cpu.utilization,1.0\r\n%s,exported,cpu.utilization,2.0\r\n"
                                .formatted(
                                        history.minute().plusMillis(1),
                                        history.minute().plusMillis(1001)));
        assertThat(gateway.get(question + "&format=jsonl").body())
                .startsWith(
                        "{\"time\":\"%s\",\"host\":\"exported\",\"metric\":\"cpu.utilization\",\"value\":1.0}\n"
                                .formatted(history.minute().plusMillis(1)));
        assertThat(gateway.get(question + "&tier=minute").body())
                .isEqualTo("time,host,metric,min,avg,max,samples\r\n");
    }

    @Test
    void export_goesOnOverManyRows() throws Exception {
        for (int i = 0; i < 200; i++) {
            history.storeCores("large-export", 3, history.minute().minusSeconds(60L * i));
        }
        long lines =
                gateway.get(
                                "/api/v1/export?host=large-export&metric=cpu.cores%5B*%5D.utilization&from="
                                        + history.minute().minus(Duration.ofHours(4)))
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
}
