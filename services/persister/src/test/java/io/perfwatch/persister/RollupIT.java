package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.pack.Aggregate;
import io.perfwatch.pack.Rollup;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Infrastructure.class)
class RollupIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Yesterday: a day that is over, and not older than samples are kept. */
    private final Instant hour =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));

    private final Broker broker;
    private final Database database;
    private final Sql sql;

    RollupIT(Broker broker, Database database) {
        this.broker = broker;
        this.database = database;
        this.sql = new Sql(database);
    }

    @BeforeEach
    void empty() {
        broker.clear();
        database.clear();
    }

    @Test
    void samplesBecomeMinutesAndMinutesHoursAndLateOnesCountToo() {
        try (Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("web-1", 1, hour.plusSeconds(1), "0.1");
            events.send("web-1", 2, hour.plusSeconds(2), "0.4");
            events.send("web-1", 3, hour.plusSeconds(3600), "0.6");
            awaitRows("pack_hour", "[0.1, 0.25, 0.4, 2][0.6, 0.6, 0.6, 1]");
            events.send("web-1", 4, hour.plusSeconds(61), "1");
            awaitRows("pack_minute", "[0.1, 0.25, 0.4, 2][1.0, 1.0, 1.0, 1]|[0.6, 0.6, 0.6, 1]");
            awaitRows("pack_hour", "[0.1, 0.5, 1.0, 3][0.6, 0.6, 0.6, 1]");
            awaitClean();
        }
        assertThat(sql.strings("select sum(samples) from pack_minute")).containsExactly("4");
        assertThat(sql.strings("select samples from pack_hour")).containsExactly("4");
    }

    @Test
    void whatWasDroppedIsNotComputedAgain() {
        try (Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("web-1", 1, hour.plusSeconds(1), "0.1");
            awaitRows("pack_hour", "[0.1, 0.1, 0.1, 1]");
            awaitClean();
            sql.execute("update tier set dropped_until = now() where name = 'raw'");
            sql.execute("delete from pack_raw");
            events.send("web-1", 2, hour.plusSeconds(2), "0.9");
            await().atMost(LONG).until(() -> !sql.strings("select 1 from pack_raw").isEmpty());
            awaitClean();
        }
        assertThat(rows("pack_minute")).isEqualTo("[0.1, 0.1, 0.1, 1]");
    }

    @Test
    void twoPersistersRollUpWhatEitherStored() {
        try (Persister _ = Persister.start(broker, database);
                Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            for (int i = 0; i < 120; i++) {
                events.send("web-" + i, 1, hour.plusSeconds(1), "0.1");
            }
            await().atMost(LONG)
                    .ignoreExceptions()
                    .until(() -> sql.strings("select host_id from pack_hour").size() == 120);
            awaitClean();
        }
        assertThat(sql.strings("select 1 from pack_minute")).hasSize(120);
    }

    @Test
    void groupsOfProcessesHaveMinutesAndNoHours() {
        String cgroups =
                Events.json("web-1", 1, hour.plusSeconds(1), "0.1")
                        .replace("\"cpu\"", "\"cgroups\":{\"total\":3},\"cpu\"");
        try (Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send(Topic.SYSTEM, "web-1", cgroups.getBytes(UTF_8));
            awaitRows("pack_hour", "[0.1, 0.1, 0.1, 1]");
            awaitClean();
        }
        assertThat(sql.strings("select 1 from pack_minute")).hasSize(2);
        assertThat(sql.strings("select 1 from pack_hour")).hasSize(1);
    }

    private void awaitRows(String table, String expected) {
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(rows(table)).isEqualTo(expected));
    }

    private void awaitClean() {
        await().atMost(LONG).until(() -> sql.strings("select 1 from dirty").isEmpty());
    }

    /** Every aggregate of each span; rows apart by |. */
    private String rows(String table) {
        return String.join(
                "|",
                sql
                        .strings(
                                "select payload::text from %s order by host_id, start"
                                        .formatted(table))
                        .stream()
                        .map(Rollup::fromJson)
                        .map(RollupIT::spans)
                        .toList());
    }

    private static String spans(Rollup rollup) {
        StringBuilder spans = new StringBuilder();
        for (int i = 0; i < rollup.spans().size(); i++) {
            Aggregate a = rollup.aggregate("utilization", i);
            spans.append(
                    a == null ? "[]" : List.of(a.minimum(), a.average(), a.maximum(), a.count()));
        }
        return spans.toString();
    }
}
