package io.perfwatch.persister.storage;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** One flush after the other, without what reads the topics: nobody else asks the database. */
@ExtendWith(Infrastructure.class)
class StorageIT {
    private static final String SYSTEM = "perfwatch.system.v1";
    private static final String COUNTERS = "perfwatch.counters.v1";
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

    private final Database database;
    private final DatabaseProxy proxy;
    private final int port = FreePort.next();
    private ConfigurableApplicationContext context;
    private Storage storage;
    private JdbcTemplate jdbc;

    StorageIT(Database database) throws IOException {
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

    /** Packs of two topics, hosts that say what they are, and how far all is stored. */
    @Test
    void whatIsNewIsStoredInOneRoundTrip() {
        storage.store(everything(1));
        for (int minute = 2; minute <= 8; minute++) {
            int before = proxy.answers();
            Stored stored = storage.store(everything(minute));
            assertThat(proxy.answers() - before).as("minute %d", minute).isEqualTo(1);
            assertThat(stored.minutes()).containsExactly(60, 60, 60, 60, 60, 60);
            assertThat(stored.documents()).containsExactly(false, false, false);
        }
        assertThat(count("select count(*) from pack_raw")).isEqualTo(8 * 3 * 3);
        assertThat(count("select sum(samples) from pack_raw")).isEqualTo(8 * 3 * 3 * 60);
        assertThat(count("select sum(stored) from completeness")).isEqualTo(8 * 2 * 3 * 60);
        assertThat(count("select count(*) from dirty")).isEqualTo(3 * 3);
        assertThat(count("select sum(version) from dirty")).isEqualTo(8 * 3 * 3);
        assertThat(count("select count(*) from host_state where sequence = 480")).isEqualTo(2 * 3);
        assertThat(count("select count(*) from host_inventory")).isEqualTo(3);
        assertThat(count("select sum(next_offset) from watermark")).isEqualTo(2 * 8);
    }

    @Test
    void whatIsThereIsCountedOnceHoweverItComes() {
        storage.store(of(minute("web-1", SYSTEM, 1, 1, 40, "cpu", "memory")));
        storage.store(of(minute("web-2", SYSTEM, 1, 1, 60, "cpu")));
        // Some of it, all of it, and what is new beside both.
        Stored again =
                storage.store(
                        of(
                                minute("web-1", SYSTEM, 1, 21, 60, "cpu", "memory"),
                                minute("web-2", SYSTEM, 1, 1, 60, "cpu"),
                                minute("web-2", SYSTEM, 2, 61, 120, "cpu")));
        assertThat(again.minutes()).containsExactly(20, 0, 60);
        assertThat(count("select sum(stored) from completeness")).isEqualTo(60 + 60 + 60);
        assertThat(count("select sum(samples) from pack_raw")).isEqualTo(60 + 60 + 60 + 60);
    }

    @Test
    void twoWhoStoreTheSameAtTheSameTimeStoreItOnce() {
        storage.store(everything(1));
        for (int minute = 2; minute <= 30; minute++) {
            Batch batch = everything(minute);
            List<CompletableFuture<Stored>> both =
                    Stream.of(1, 2)
                            .map(_ -> CompletableFuture.supplyAsync(() -> storage.store(batch)))
                            .toList();
            int events =
                    both.stream()
                            .flatMap(f -> f.join().minutes().stream())
                            .mapToInt(Integer::intValue)
                            .sum();
            assertThat(events).as("minute %d", minute).isEqualTo(2 * 3 * 60);
        }
        assertThat(count("select sum(stored) from completeness")).isEqualTo(30 * 2 * 3 * 60);
        assertThat(count("select count(*) from pack_raw")).isEqualTo(30 * 3 * 3);
    }

    @Test
    void aForgottenHostIsANewOneWhenItComesAgain() {
        storage.store(everything(1));
        int before = number("web-1");
        context.getBean(ForgottenHosts.class).forget("web-1", append(2));
        // The broker took the first sixty of these before it was forgotten.
        Stored stored =
                storage.store(
                        of(
                                minute("web-1", SYSTEM, 2, 61, 120, "cpu"),
                                minute("web-1", SYSTEM, 3, 121, 180, "cpu"),
                                minute("web-2", SYSTEM, 2, 61, 120, "cpu")));
        assertThat(stored.minutes()).containsExactly(0, 60, 60);
        assertThat(number("web-1")).isGreaterThan(before);
        assertThat(count("select sum(samples) from pack_raw where host_id = " + number("web-1")))
                .isEqualTo(60);
    }

    @Test
    void aDescriptionIsARowWhereItDiffersFromTheOneBefore() {
        storage.store(everything(1));
        assertThat(storage.store(of(description("web-1", 2, "2"))).documents())
                .containsExactly(true);
        assertThat(
                        storage.store(
                                        of(
                                                description("web-1", 3, "2"),
                                                description("web-1", 4, "1"),
                                                description("web-1", 5, "2"),
                                                description("web-2", 5, "1")))
                                .documents())
                .containsExactly(false, true, true, false);
        assertThat(
                        jdbc.queryForList(
                                "select document ->> 'version' from host_inventory where host_id = ? order by since",
                                String.class,
                                number("web-1")))
                .containsExactly("1", "2", "1", "2");
    }

    private int number(String host) {
        return (int) count("select id from host where name = '%s'".formatted(host));
    }

    private long count(String question) {
        return Objects.requireNonNull(jdbc.queryForObject(question, Long.class), question);
    }

    private static Batch everything(int minute) {
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

    private static Batch of(Minute... minutes) {
        return new Batch(List.of(minutes), List.of(), List.of());
    }

    private static Batch of(Document... documents) {
        return new Batch(List.of(), List.of(documents), List.of());
    }

    private static HostDocument description(String host, int minute, String version) {
        return new HostDocument(
                host,
                "sampler",
                append(minute),
                start(minute),
                "{\"version\":\"%s\"}".formatted(version));
    }

    private static Instant start(int minute) {
        return START.plusSeconds(60L * minute);
    }

    /** When the broker took all of it. */
    private static Instant append(int minute) {
        return start(minute).plusSeconds(61);
    }

    private static Minute minute(
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
