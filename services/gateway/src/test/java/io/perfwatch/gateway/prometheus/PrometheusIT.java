package io.perfwatch.gateway.prometheus;

import static io.perfwatch.gateway.feed.EventsForTests.cpu;
import static io.perfwatch.gateway.feed.EventsForTests.memory;
import static io.perfwatch.gateway.feed.EventsForTests.system;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrometheusIT {
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final String BOTH = "/api/v1/prometheus?host=prom-web&host=prom-db";
    private static final String ODD = ",\"disks\":{\"a\\\"\\\\\\nb\":{\"utilization\":0.25}}";

    private final RunningGateway gateway;
    private final Probe web;
    private final Probe database;

    PrometheusIT(Stack stack) {
        gateway = stack.open();
        web = new Probe(stack.broker(), "prom-web");
        database = new Probe(stack.broker(), "prom-db");
    }

    @BeforeEach
    void arrive() throws Exception {
        sample();
        await().until(() -> {
            String text = scrape(BOTH);
            return text.contains("host_name=\"prom-db\"") && text.contains("device=\"a");
        });
    }

    private void sample() throws Exception {
        web.send(system("prom-web", 1, cpu(0.5) + "," + memory(7) + ODD));
        database.send(system("prom-db", 1, cpu(0.25)));
    }

    @AfterAll
    void stop() {
        web.close();
        database.close();
    }

    @Test
    void headlineMetrics_comeByTheirOpenTelemetryNames() throws Exception {
        assertThat(scrape(BOTH).lines())
                .contains(
                        "system_cpu_utilization_ratio{host_name=\"prom-db\"} 0.25",
                        "system_cpu_utilization_ratio{host_name=\"prom-web\"} 0.5",
                        "system_memory_usage_bytes{host_name=\"prom-web\",system_memory_state=\"used\"} 7.0",
                        "perfwatch_host_up{host_name=\"prom-web\"} 1.0",
                        "perfwatch_disks_utilization{device=\"a\\\"\\\\\\nb\",host_name=\"prom-web\"} 0.25");
    }

    @Test
    void hostsAndFamilies_areChosen() throws Exception {
        String text = scrape("/api/v1/prometheus?host=prom-web&family=memory");

        assertThat(text)
                .contains("system_memory_usage_bytes{")
                .doesNotContain("host_name=\"prom-db\"", "system_cpu");
    }

    @Test
    void badAndTooLargeQuestions_areProblems() throws Exception {
        assertThat(gateway.get("/api/v1/prometheus?host=A%20B").statusCode()).isEqualTo(400);
        assertThat(gateway.get("/api/v1/prometheus?family=nothing").body())
                .contains("/api/v1/metrics");
        StringBuilder disks = new StringBuilder(cpu(0.5) + ",\"disks\":{");
        for (int i = 0; i < 50; i++) {
            disks.append(i == 0 ? "" : ",").append("\"d" + i + "\":{\"utilization\":0.25}");
        }
        web.send(system("prom-web", 1, disks + "}"));
        await().untilAsserted(() -> {
            HttpResponse<String> refused = gateway.get(BOTH);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("more than 40 series");
        });
        web.send(system("prom-web", 1, cpu(0.5) + ",\"disks\":{\"d0\":{\"utilization\":0.25}}"));
        await().until(() -> gateway.get(BOTH).statusCode() == 200);
    }

    @Test
    void promtool_findsNothingToSay() throws Exception {
        assumeThat(PROMTOOL).exists();
        Process check = new ProcessBuilder(PROMTOOL.toString(), "check", "metrics").start();
        try (var in = check.getOutputStream()) {
            in.write(scrape(BOTH + "&family=cpu&family=memory").getBytes(UTF_8));
        }

        assertThat(new String(check.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        assertThat(check.waitFor())
                .as(new String(check.getErrorStream().readAllBytes(), UTF_8))
                .isZero();
    }

    @Test
    void aRealPrometheus_scrapesTheFleet(@TempDir Path directory) throws Exception {
        assumeThat(PROMETHEUS).exists();
        int port = freePort();
        Files.writeString(
                directory.resolve("prometheus.yml"),
                """
                scrape_configs:
                  - job_name: perfwatch
                    scrape_interval: 1s
                    metrics_path: /api/v1/prometheus
                    params: {host: [prom-web, prom-db]}
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                """
                        .formatted(gateway.port()));
        Process prometheus =
                new ProcessBuilder(
                                PROMETHEUS.toString(),
                                "--config.file=" + directory.resolve("prometheus.yml"),
                                "--storage.tsdb.path=" + directory.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("log").toFile())
                        .start();
        try {
            await().ignoreExceptions()
                    .untilAsserted(() -> {
                        sample();
                        assertThat(query(port, "system_cpu_utilization_ratio"))
                                .contains("\"host_name\":\"prom-web\"", "\"0.5\"");
                    });
            assertThat(query(port, "up")).contains("\"job\":\"perfwatch\"", "\"1\"]");
        } finally {
            prometheus.destroy();
            prometheus.waitFor();
        }
    }

    private String scrape(String question) throws Exception {
        HttpResponse<String> answer = gateway.get(question);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        return answer.body();
    }

    private static String query(int port, String metric) throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d/api/v1/query?query=%s".formatted(port, metric));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
