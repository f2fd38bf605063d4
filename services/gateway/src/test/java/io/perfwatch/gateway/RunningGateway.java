package io.perfwatch.gateway;

import io.perfwatch.gateway.contract.OpenApi;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service, on ports of its own; its answers are held against the OpenAPI document. */
public final class RunningGateway implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningGateway start(Broker broker, Database database, String... settings) {
        return start(new SpringApplication(GatewayApplication.class), broker, database, settings);
    }

    /** With what writes the OpenAPI document, at {@code /v3/generated}. */
    public static RunningGateway documented(
            Class<?> documentation, Broker broker, Database database, String... settings) {
        SpringApplication application =
                new SpringApplication(GatewayApplication.class, documentation);
        application.setAdditionalProfiles("documented");
        return start(application, broker, database, settings);
    }

    private static RunningGateway start(
            SpringApplication application, Broker broker, Database database, String... settings) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + Database.GATEWAY,
                                "--spring.datasource.password=" + Database.PASSWORD,
                                "--perfwatch.gateway.access.database.password=" + Database.PASSWORD,
                                "--perfwatch.kafka.partitions=2"));
        for (String setting : settings) {
            arguments.add(setting.startsWith("--") ? setting : "--perfwatch.gateway." + setting);
        }
        return new RunningGateway(application.run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(port(), path);
    }

    /** On the management port. */
    public HttpResponse<String> getManagement(String path)
            throws IOException, InterruptedException {
        int port =
                context.getEnvironment()
                        .getRequiredProperty("local.management.port", Integer.class);
        return get(port, path);
    }

    private static HttpResponse<String> get(int port, String path)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(port, path)));
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return OpenApi.checked(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    public HttpResponse<String> post(String path, String json)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(port(), path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(port(), path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(port(), path)).DELETE());
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path).body());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    @Override
    public void close() {
        context.close();
    }
}
