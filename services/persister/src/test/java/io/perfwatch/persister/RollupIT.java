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
    void sqlAnswersWithRollupsAndWithThePathsThatThereAre() {
        events.send("asked", 1, hour.plusSeconds(1), "0.1");
        events.send("asked", 2, hour.plusSeconds(2), "0.4");
        events.send("asked", 3, hour.plusSeconds(3600), "0.6");
        awaitRows("pack_hour", "asked", "[0.1, 0.25, 0.4, 2][0.6, 0.6, 0.6, 1]");
        awaitClean();
        for (String tier : List.of("minute", "hour")) {
            assertThat(rollup("cpu.utilization", 7200, tier))
                    .containsExactly(
                            "0 cpu.utilization 0.1 0.25 0.4 2",
                            "3600 cpu.utilization 0.6 0.6 0.6 1");
            assertThat(rollup("cpu.utilization", 3600, tier)).hasSize(1);
            assertThat(rollup("cpu.idleRatio", 7200, tier)).isEmpty();
        }
        assertThat(
                        sql.strings(
                                "select topic || ' ' || path from perfwatch_paths('asked', '%s', '%s') order by 1"
                                        .formatted(hour, hour.plusSeconds(7200))))
                .containsExactly(
                        "perfwatch.system.v1 cpu.intervalSeconds",
                        "perfwatch.system.v1 cpu.utilization");
        assertThat(sql.strings("select path from perfwatch_paths('asked')")).isEmpty();
    }

    private List<String> rollup(String path, int seconds, String tier) {
        return sql.strings(
                """
                select concat_ws(' ', extract(epoch from time - '%1$s')::integer, metric,
                    minimum, average, maximum, samples)
                from perfwatch_rollup('asked', '%2$s', '%1$s', '%3$s', '%4$s') order by time
                """
                        .formatted(hour, path, hour.plusSeconds(seconds), tier));
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

    @Test
    void aNameThatIsNoPathIsRolledUpLikeAnyOther() {
        String odd =
                Events.json("odd", 1, hour.plusSeconds(1), "0.1")
                        .replace("\"utilization\"", "\"user_mode\":2,\"utilization\"");
        events.send(Topic.SYSTEM, "odd", odd.getBytes(UTF_8));
        awaitRows("pack_hour", "odd", "[0.1, 0.1, 0.1, 1]");
        assertThat(column("payload", "pack_minute", "odd").getFirst()).contains("user_mode");
    }

    @Test
    void aRowThatCannotBeRolledUpIsSetAsideAndStopsNoOther() {
        List<String> bad = List.of("garbled", "refused");
        bad.forEach(host -> events.send(host, 1, hour.plusSeconds(1), "0.1"));
        bad.forEach(host -> awaitRows("pack_hour", host, "[0.1, 0.1, 0.1, 1]"));
        awaitClean();
        spoil();
        // Later than the bad ones, so that it is rolled up after them.
        events.send("good", 1, hour.plusSeconds(3601), "0.2");
        awaitRows("pack_hour", "good", "[0.2, 0.2, 0.2, 1]");
        await().atMost(LONG).until(() -> setAside().equals(bad));
        await().atMost(LONG).until(() -> meter("rollup_set_aside_total{tier=\"minute\"}") == 2);
        await().atMost(LONG).until(() -> meter("rollup_delay_seconds") == 0);
        mend();
        assertThat(setAside()).isEqualTo(bad);
        sql.execute("update dirty set set_aside = set_aside - interval '61 minutes'");
        awaitClean();
        bad.forEach(host -> awaitRows("pack_minute", host, "[0.1, 0.1, 0.1, 1]"));
        assertThat(meter("rollup_set_aside_total{tier=\"minute\"}")).isEqualTo(2);
    }

    /** The samples of one are no pack any more, the rows of the other are not taken. */
    private void spoil() {
        sql.execute(
                """
                create table spoiled as select * from pack_raw;
                update pack_raw set payload = jsonb_set(payload, '{metrics,utilization}', '"x"')
                where host_id = (select id from host where name = 'garbled');
                create function refuse() returns trigger language plpgsql as $$
                begin
                    if new.host_id = (select id from host where name = 'refused') then
                        raise exception 'not this one' using errcode = '22000';
                    end if;
                    return new;
                end $$;
                create trigger refuse before insert or update on pack_minute
                    for each row execute function refuse();
                insert into dirty (tier, start, host_id, family)
                select 'minute', start, host_id, family from pack_minute
                where host_id in (select id from host where name in ('garbled', 'refused'));
                """);
    }

    private void mend() {
        sql.execute(
                """
                drop trigger refuse on pack_minute;
                drop function refuse();
                update pack_raw p set payload = s.payload from spoiled s
                where p.host_id = s.host_id and p.family = s.family and p.start = s.start;
                drop table spoiled;
                """);
    }

    private List<String> setAside() {
        return sql.strings(
                """
                select h.name from dirty d join host h on h.id = d.host_id
                where d.set_aside is not null order by 1
                """);
    }

    @Test
    void whileNothingCanBeRolledUpTheDelayTellsSo() {
        events.send("before", 1, hour.plusSeconds(1), "0.1");
        awaitRows("pack_hour", "before", "[0.1, 0.1, 0.1, 1]");
        awaitClean();
        sql.execute("revoke insert on pack_minute from current_user");
        try {
            events.send("delayed", 1, hour.plusSeconds(1), "0.1");
            await().atMost(LONG).until(() -> meter("rollup_delay_seconds") > 3600);
            assertThat(setAside()).isEmpty();
        } finally {
            sql.execute("grant insert on pack_minute to current_user");
        }
        awaitRows("pack_hour", "delayed", "[0.1, 0.1, 0.1, 1]");
        await().atMost(LONG).until(() -> meter("rollup_delay_seconds") == 0);
    }

    private double meter(String name) {
        return persister
                .prometheus()
                .lines()
                .filter(line -> line.startsWith("perfwatch_persister_" + name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
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
