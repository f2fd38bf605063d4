package io.perfwatch.persister.storage;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.persister.DatabaseProxy;
import io.perfwatch.persister.completeness.EventCounts;
import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.persister.rollup.DirtyRows;
import io.perfwatch.persister.table.Migrations;
import io.perfwatch.persister.table.Partitions;
import io.perfwatch.test.Database;
import io.perfwatch.test.FreePort;
import io.perfwatch.test.Infrastructure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stores, without what reads the topics: nobody else asks the database. */
@ExtendWith(Infrastructure.class)
abstract class WithStorage {
    static final String SYSTEM = "perfwatch.system.v1";
    static final String COUNTERS = "perfwatch.counters.v1";
    private static final UUID RUN = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> HOSTS = List.of("web-1", "web-2", "web-3");

    /** All that a flush needs, and a pool as the service has it. */
    @Import({
        Storage.class,
        Migrations.class,
        Partitions.class,
        EventCounts.class,
        DirtyRows.class,
        ForgottenHosts.class,
        SimpleMeterRegistry.class
    })
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Parts {}

    final Database database;
    final DatabaseProxy proxy;
    private final int port = FreePort.next();
    ConfigurableApplicationContext context;
    Storage storage;
    JdbcTemplate jdbc;

    WithStorage(Database database) throws IOException {
        this.database = database;
        proxy = new DatabaseProxy(port, database.port());
    }

    @BeforeEach
    void start() {
        database.clear();
        context =
                new SpringApplicationBuilder(Parts.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/%s"
                                        .formatted(port, Database.NAME),
                                "--spring.datasource.password=" + Database.PASSWORD);
        storage = context.getBean(Storage.class);
        jdbc = context.getBean(JdbcTemplate.class);
        storage.prepare();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        proxy.close();
    }

    int number(String host) {
        return (int) count("select id from host where name = '%s'".formatted(host));
    }

    long count(String question) {
        return Objects.requireNonNull(jdbc.queryForObject(question, Long.class), question);
    }

    static Batch everything(int minute) {
        List<Minute> minutes = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        for (String host : HOSTS) {
            int first = minute * 60 - 59;
            minutes.add(minute(host, SYSTEM, minute, first, minute * 60, "cpu", "memory"));
            minutes.add(minute(host, COUNTERS, minute, first, minute * 60, "branches"));
            documents.add(description(host, minute, "1"));
        }
        return new Batch(
                minutes,
                documents,
                List.of(
                        new Watermark(SYSTEM, 0, minute, append(minute)),
                        new Watermark(COUNTERS, 0, minute, append(minute))));
    }

    static Batch of(Minute... minutes) {
        return new Batch(List.of(minutes), List.of(), List.of());
    }

    static Batch of(Document... documents) {
        return new Batch(List.of(), List.of(documents), List.of());
    }

    static HostDocument description(String host, int minute, String version) {
        return new HostDocument(
                host,
                "sampler",
                append(minute),
                start(minute),
                "{\"version\":\"%s\"}".formatted(version));
    }

    static Instant start(int minute) {
        return START.plusSeconds(60L * minute);
    }

    /** When the broker took all of it. */
    static Instant append(int minute) {
        return start(minute).plusSeconds(61);
    }

    static Minute minute(
            String host, String topic, int minute, int from, int to, String... families) {
        List<Sample> samples = new ArrayList<>();
        Map<String, Pack> packs = new HashMap<>();
        for (int sequence = from; sequence <= to; sequence++) {
            Sample sample = new Sample(RUN, sequence, (sequence - 1) % 60 * 1000);
            samples.add(sample);
            for (String family : families) {
                Pack pack = packs.computeIfAbsent(family, _ -> new Pack());
                pack.begin(sample);
                pack.number("value", Integer.toString(sequence));
            }
        }
        Sample last = samples.getLast();
        return new Minute(
                topic,
                0,
                host,
                start(minute),
                packs,
                samples,
                samples.stream().map(_ -> append(minute)).toList(),
                new Minute.Newest(
                        append(minute),
                        start(minute).plusMillis(last.millis()),
                        RUN,
                        last.sequence()));
    }
}
