package io.perfwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
    private final AtomicBoolean ready = new AtomicBoolean();
    private final PrometheusMeterRegistry metrics =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private static HttpResponse<String> get(ManagementServer server, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void server_tellsHealthAndMetrics() throws Exception {
        metrics.counter("perfwatch.ticks").increment();
        var any = new ManagementAddress(InetAddress.getLoopbackAddress(), 0);
        try (var server = new ManagementServer(any, metrics, () -> true, ready::get).start()) {
            assertThat(get(server, "/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(server, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(server, "/actuator/health/readiness").statusCode()).isEqualTo(503);
            ready.set(true);
            assertThat(get(server, "/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get(server, "/actuator/prometheus").body())
                    .contains("perfwatch_ticks_total 1.0");
            assertThat(get(server, "/actuator/env").statusCode()).isEqualTo(404);
        }
    }
}
