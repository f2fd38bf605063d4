package io.perfwatch.persister;

import io.perfwatch.metric.Topic;
import io.perfwatch.persister.account.Account.Balance;
import io.perfwatch.persister.account.Accounts;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in the test's JVM. */
final class Persister implements AutoCloseable {
    /** So short that a late minute is stored soon. */
    static final String SHORT_GRACE = "--perfwatch.persister.grace=100ms";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private Persister(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Persister start(Broker broker, Database database) {
        return start(broker, database.url(), SHORT_GRACE);
    }

    /** With settings of its own, a short grace being none of them. */
    static Persister start(Broker broker, String databaseUrl, String... settings) {
        return start(broker.bootstrapServers(), databaseUrl, settings);
    }

    static Persister start(String broker, String databaseUrl, String... settings) {
        return new Persister(
                new SpringApplicationBuilder(PersisterApplication.class)
                        .run(
                                Stream.concat(arguments(broker, databaseUrl), Stream.of(settings))
                                        .toArray(String[]::new)));
    }

    /** Of the database behind a port of this machine. */
    static String databaseUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Database.NAME);
    }

    /** What every persister of the tests is started with. */
    static Stream<String> arguments(String broker, String databaseUrl) {
        return Stream.of(
                "--spring.kafka.bootstrap-servers=" + broker,
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.password=" + Database.PASSWORD,
                "--spring.datasource.hikari.connection-timeout=1000",
                "--perfwatch.kafka.partitions=3",
                "--perfwatch.persister.interval=200ms",
                "--management.server.port=0");
    }

    /** Of the sampler's events. */
    Balance balance() {
        return balance(Topic.SYSTEM);
    }

    /** Those of them that are in the database, stored by this one or another. */
    long settled() {
        return balance().stored() + balance().duplicate();
    }

    Balance balance(Topic topic) {
        return context.getBean(Accounts.class).of(topic).balance();
    }

    int health(String group) {
        return get("/actuator/health/" + group).statusCode();
    }

    /** What an operator's Prometheus reads. */
    String prometheus() {
        return get("/actuator/prometheus").body();
    }

    HttpResponse<String> get(String path) {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(managementPort(), path));
        try {
            return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
