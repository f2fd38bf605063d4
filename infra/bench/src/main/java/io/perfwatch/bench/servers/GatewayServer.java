package io.perfwatch.bench.servers;

import io.perfwatch.bench.report.ServiceMetrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gateway without a database, which live needs not. */
public final class GatewayServer extends Server {
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final int managementPort;

    GatewayServer(Repository repository, Path directory, BrokerServer broker)
            throws IOException, InterruptedException {
        super(directory.resolve("gateway.log"));
        port = freePort();
        managementPort = freePort();
        List<String> command = options(repository);
        command.add("-jar");
        command.add(unpacked(repository, "gateway", directory).toString());
        Map<String, String> environment =
                Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "MANAGEMENT_SERVER_PORT",
                        Integer.toString(managementPort),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "PERFWATCH_KAFKA_PARTITIONS",
                        "3",
                        "PERFWATCH_KAFKA_REPLICATION",
                        "1",
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://127.0.0.1:1/none",
                        // Who takes nothing stays, and is a cost, as long as it is looked at.
                        "PERFWATCH_GATEWAY_LIVE_SEND_TIMEOUT",
                        "1h",
                        "PERFWATCH_GATEWAY_LIVE_IDLE_TIMEOUT",
                        "1h",
                        "MALLOC_ARENA_MAX",
                        "1");
        launch(command, environment, this::isReady);
    }

    /** As in {@code ./perfwatch up}. */
    static List<String> options(Repository repository) throws IOException {
        return new ArrayList<>(List.of(java(), "@" + repository.file("infra/jvm/gateway")));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    public URI live() {
        return URI.create("ws://127.0.0.1:" + port + "/api/v1/live");
    }

    /** What it tells Prometheus now. */
    public String metrics() throws IOException, InterruptedException {
        return get("/actuator/prometheus").body();
    }

    /** One number of them. */
    public double metric(String name) throws IOException, InterruptedException {
        return ServiceMetrics.parse(metrics()).get(name);
    }
}
