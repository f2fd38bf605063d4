package io.perfwatch.sampling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The management port of a probe: {@code /actuator/health}, {@code …/liveness}, {@code …/readiness}
 * and {@code /actuator/prometheus}, as the other services have them. The JDK's own server, because
 * a probe has no use for more.
 */
public final class ManagementServer implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;

    /**
     * @param address where it listens
     * @param live whether the probe works; 503 if not
     * @param ready whether it works and has begun to deliver
     * @throws IOException if the port is taken
     */
    public ManagementServer(
            ManagementAddress address,
            PrometheusMeterRegistry metrics,
            BooleanSupplier live,
            BooleanSupplier ready)
            throws IOException {
        server = HttpServer.create(address.socket(), 0);
        health("/actuator/health", live);
        health("/actuator/health/liveness", live);
        health("/actuator/health/readiness", ready);
        get("/actuator/prometheus", () -> new Answer(200, PROMETHEUS, metrics.scrape()));
    }

    private record Answer(int status, String type, String body) {}

    private void health(String path, BooleanSupplier up) {
        get(
                path,
                () ->
                        up.getAsBoolean()
                                ? new Answer(200, JSON, "{\"status\":\"UP\"}")
                                : new Answer(503, JSON, "{\"status\":\"DOWN\"}"));
    }

    private void get(String path, Supplier<Answer> answer) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        boolean found = exchange.getRequestURI().getPath().equals(path);
                        respond(exchange, found ? answer.get() : new Answer(404, JSON, "{}"));
                    }
                });
    }

    private static void respond(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    public ManagementServer start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
