package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.pack.Aggregate;
import io.perfwatch.pack.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollupIT extends WithPersister {
    /** Yesterday: a day that is over, and not older than samples are kept. */
    private final Instant hour =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));

    @Test
    void samplesBecomeMinutesAndMinutesHoursAndLateOnesCountToo() {
        events.send("late", 1, hour.plusSeconds(1), "0.1");
        events.send("late", 2, hour.plusSeconds(2), "0.4");
        events.send("late", 3, hour.plusSeconds(3600), "0.6");
        awaitRows("pack_hour", "late", "[0.1, 0.25, 0.4, 2][0.6, 0.6, 0.6, 1]");
        events.send("late", 4, hour.plusSeconds(61), "1");
        awaitRows(
                "pack_minute", "late", "[0.1, 0.25, 0.4, 2][1.0, 1.0, 1.0, 1]|[0.6, 0.6, 0.6, 1]");
        awaitRows("pack_hour", "late", "[0.1, 0.5, 1.0, 3][0.6, 0.6, 0.6, 1]");
        awaitClean();
        assertThat(samples("pack_minute", "late")).containsExactly("3", "1");
        assertThat(samples("pack_hour", "late")).containsExactly("4");
    }

    @Test
    void whatWasDroppedIsNotComputedAgain() {
        events.send("dropped", 1, hour.plusSeconds(1), "0.1");
        awaitRows("pack_hour", "dropped", "[0.1, 0.1, 0.1, 1]");
        awaitClean();
        sql.execute("update tier set dropped_until = now() where name = 'raw'");
        sql.execute("delete from pack_raw");
        events.send("dropped", 2, hour.plusSeconds(2), "0.9");
        await().atMost(LONG).until(() -> !samples("pack_raw", "dropped").isEmpty());
        awaitClean();
        assertThat(rows("pack_minute", "dropped")).isEqualTo("[0.1, 0.1, 0.1, 1]");
        sql.execute("update tier set dropped_until = '-infinity' where name = 'raw'");
    }

    @Test
    void twoPersistersRollUpWhatEitherStored() {
        String rows =
                "select 1 from %s p join host h on h.id = p.host_id where h.name like 'many-%%'";
        try (Persister _ = Persister.start(broker, database)) {
            for (int i = 0; i < 120; i++) {
                events.send("many-" + i, 1, hour.plusSeconds(1), "0.1");
            }
            await().atMost(LONG)
                    .ignoreExceptions()
                    .until(() -> sql.strings(rows.formatted("pack_hour")).size() == 120);
            awaitClean();
        }
        assertThat(sql.strings(rows.formatted("pack_minute"))).hasSize(120);
    }

    @Test
    void groupsOfProcessesHaveMinutesAndNoHours() {
        String cgroups =
                Events.json("grouped", 1, hour.plusSeconds(1), "0.1")
                        .replace("\"cpu\"", "\"cgroups\":{\"total\":3},\"cpu\"");
        events.send(Topic.SYSTEM, "grouped", cgroups.getBytes(UTF_8));
        awaitRows("pack_hour", "grouped", "[0.1, 0.1, 0.1, 1]");
        awaitClean();
        assertThat(samples("pack_minute", "grouped")).hasSize(2);
        assertThat(samples("pack_hour", "grouped")).hasSize(1);
    }

    private void awaitRows(String table, String host, String expected) {
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(rows(table, host)).isEqualTo(expected));
    }

    private void awaitClean() {
        await().atMost(LONG).until(() -> sql.strings("select 1 from dirty").isEmpty());
    }

    /** Every aggregate of each span; rows apart by |. */
    private String rows(String table, String host) {
        return String.join(
                "|",
                column("payload", table, host).stream()
                        .map(Rollup::fromJson)
                        .map(RollupIT::spans)
                        .toList());
    }

    private List<String> samples(String table, String host) {
        return column("samples", table, host);
    }

    private List<String> column(String column, String table, String host) {
        return sql.strings(
                """
                select p.%s::text from %s p join host h on h.id = p.host_id
                where h.name = '%s' order by p.start
                """
                        .formatted(column, table, host));
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
