package io.perfwatch.persister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.RetentionSetting;
import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** What becomes of what is stored: it is dropped, a host is forgotten, what is missing is told. */
class LifecycleIT extends WithServers {
    private final Instant halfADayAgo = Instant.now().minus(Duration.ofHours(12));

    LifecycleIT(Broker broker, Database database) {
        super(broker, database);
    }

    @Test
    void aRetentionThatIsSetIsObeyedAndALongQueryStopsNobody() throws SQLException {
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("web-1", 1, halfADayAgo, "0.1");
            eventually(() -> assertThat(sql.strings("select 1 from pack_minute")).hasSize(1));
            try (Connection reader = database.connect(Database.GATEWAY)) {
                reader.setAutoCommit(false);
                reader.createStatement().executeQuery("select * from pack_raw").next();
                retain(events, Duration.ofHours(1));
                eventually(() ->
                        assertThat(sql.strings("select retention from tier where name = 'raw'"))
                                .containsExactly("01:00:00"));
                events.send("web-1", 2, events.minute, "0.2");
                eventually(() ->
                        assertThat(sql.strings("select samples from pack_raw")).contains("1"));
                reader.rollback();
            }
            eventually(() ->
                    assertThat(sql.strings("select sequence from host_state, pack_raw"))
                            .containsExactly("2"));
            events.send("web-1", 3, halfADayAgo, "0.3");
            eventually(() -> assertThat(persister.balance().tooOld()).isEqualTo(1));
        }
        assertThat(sql.strings("select samples from pack_minute order by start")).contains("1");
    }

    private static void retain(Events events, Duration raw) {
        RetentionSetting setting = new RetentionSetting(raw.toSeconds(), 86_400 * 7, 86_400 * 90);
        events.send(Topic.SETTINGS, RetentionSetting.KEY, EventJson.write(setting));
    }

    @Test
    void aHostThatIsForgottenLeavesNothingAndComesBackAsANewOne() {
        try (Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("web-1", 1, events.minute, "0.1");
            events.send("web-2", 1, events.minute, "0.1");
            eventually(() -> assertThat(sql.strings("select 1 from pack_raw")).hasSize(2));
            events.forget("web-1/sampler");
            eventually(() ->
                    assertThat(
                                    sql.strings(
                                            """
                                            select h.name from host h full join pack_raw p
                                            on p.host_id = h.id
                                            """))
                            .containsExactly("web-2"));
            assertThat(sql.strings("select 1 from completeness")).hasSize(1);
            sql.execute("update forgotten_host set noted = noted - interval '1 minute'");
            eventually(() ->
                    assertThat(sql.strings("select name from forgotten_host where id is null"))
                            .containsExactly("web-1"));
            events.send("web-1", 2, events.minute.plusSeconds(1), "0.2");
            eventually(() ->
                    assertThat(
                                    sql.strings(
                                            """
                                            select value from perfwatch_series(
                                            'web-1', 'cpu.utilization', now() - interval '1 day', now())
                                            """))
                            .containsExactly("0.2"));
        }
    }

    @Test
    void whatIsMissingIsTold() {
        try (Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            IntStream.of(3, 4, 4, 6, 7)
                    .forEach(i -> events.send("web-1", i, events.minute.plusSeconds(i), "0.1"));
            String counts =
                    """
                    select stored || ' ' || missing from perfwatch_completeness(
                    'web-1', '%s', now())
                    """
                            .formatted(events.minute.minusSeconds(3600));
            eventually(() -> assertThat(sql.strings(counts)).containsExactly("4 1"));
            events.send("web-1", 5, events.minute.plusSeconds(5), "0.1");
            eventually(() -> assertThat(sql.strings(counts)).containsExactly("5 0"));
        }
    }

    @Test
    void partitionsToWhichNobodySendsAreStoredUntilNow() {
        try (Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("web-1", 1, events.minute, "0.1");
            eventually(() -> assertThat(sql.strings("select 1 from pack_raw")).hasSize(1));
            String later = Instant.now().toString();
            eventually(() ->
                    assertThat(
                                    sql.strings(
                                            """
                                            select next_offset from watermark
                                            where topic = 'perfwatch.system.v1'
                                                and append_time > '%s' order by 1
                                            """
                                                    .formatted(later)))
                            .containsExactly("0", "0", "1"));
        }
    }

    @Test
    void whatIsCountedIsNotLookedThroughEachTimeTheHouseIsKept() {
        try (Persister _ = Persister.start(broker, database)) {
            eventually(() -> assertThat(scans("completeness")).isPositive());
            long counts = scans("completeness");
            // The tiers' retention is told each time.
            long rounds = scans("tier") + 60;
            eventually(() -> assertThat(scans("tier")).isGreaterThan(rounds));
            assertThat(scans("completeness")).isEqualTo(counts);
        }
    }

    private long scans(String table) {
        return stored.count(
                """
                select seq_scan + coalesce(idx_scan, 0) from pg_stat_user_tables
                where relname = '%s'
                """
                        .formatted(table));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(LONG).ignoreExceptions().untilAsserted(assertion);
    }
}
