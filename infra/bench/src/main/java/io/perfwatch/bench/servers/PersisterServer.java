package io.perfwatch.bench.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The persister as it is deployed, with a heap for a thousand hosts. */
public final class PersisterServer extends Server {
    private final Path jar;
    private final Map<String, String> environment;
    private final Map<String, String> settings = new HashMap<>();
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    PersisterServer(
            Repository repository, Path directory, BrokerServer broker, DatabaseServer database)
            throws IOException {
        super(directory.resolve("persister.log"));
        this.jar = repository.file("services/persister/target/persister.jar");
        this.port = freePort();
        this.environment =
                Map.of(
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", "perfwatch_persister",
                        "SPRING_DATASOURCE_PASSWORD", database.password(),
                        "PERFWATCH_PERSISTER_THREADS", "2",
                        "PERFWATCH_KAFKA_PARTITION_BYTES", "4GB",
                        "MANAGEMENT_SERVER_PORT", Integer.toString(port));
    }

    /**
     * From the next start on.
     *
     * @param name as in its environment, {@code PERFWATCH_PERSISTER_INTERVAL}
     */
    public void set(String name, String value) {
        settings.put(name, value);
    }

    /** Returns once it is ready to store. */
    public void start() throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(settings);
        launch(
                List.of(
                        java(),
                        "-Xmx704m",
                        "-XX:+UseParallelGC",
                        "-XX:ParallelGCThreads=1",
                        "-jar",
                        jar.toString()),
                all,
                () -> status("/actuator/health/readiness") == 200);
    }

    private int status(String path) throws IOException, InterruptedException {
        try {
            return http.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .build();
    }

    /** What it tells of itself now. */
    public PersisterMetrics metrics() throws IOException, InterruptedException {
        return new PersisterMetrics(
                http.send(request("/actuator/prometheus"), BodyHandlers.ofString()).body());
    }
}
