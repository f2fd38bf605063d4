package io.perfwatch.persister.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A probe that is away is unobserved; what it numbered and nobody has is missing. */
@ExtendWith(Infrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompletenessIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Of events that are stored: seconds after noon, one a second. */
    private record Stored(UUID run, long firstSequence, int from, int until) {
        long lastSequence() {
            return firstSequence + until - from;
        }
    }

    private JdbcTemplate jdbc;
    private int partition;

    @BeforeAll
    void migrate(Database database) {
        var source =
                new DriverManagerDataSource(database.url(), Database.PERSISTER, Database.PASSWORD);
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = new JdbcTemplate(source);
    }

    @Test
    void whoSaysNothingForFifteenSecondsIsStillExpected() {
        assertThat(answer(315, new Stored(run(1), 1, 1, 300)))
                .isEqualTo("stored 300, missing 0, pending 285, unobserved 0");
    }

    @Test
    void whoSaysNothingForLongerIsUnobserved() {
        assertThat(answer(316, new Stored(run(1), 1, 1, 300)))
                .isEqualTo("stored 300, missing 0, pending 0, unobserved 16");
        assertThat(answer(600, new Stored(run(1), 1, 1, 300)))
                .isEqualTo("stored 300, missing 0, pending 0, unobserved 300");
    }

    @Test
    void theTimeBetweenTwoRunsIsUnobserved() {
        assertThat(answer(600, new Stored(run(1), 1, 1, 300), new Stored(run(400), 1, 401, 600)))
                .isEqualTo("stored 500, missing 0, pending 0, unobserved 100");
    }

    @Test
    void theFirstEventsOfARunThatNobodyHasAreMissing() {
        assertThat(answer(600, new Stored(run(1), 1, 1, 300), new Stored(run(400), 11, 411, 600)))
                .isEqualTo("stored 490, missing 10, pending 0, unobserved 100");
    }

    @Test
    void aHoleInARunIsMissingHoweverLongItIs() {
        UUID run = run(1);
        assertThat(answer(4000, new Stored(run, 1, 1, 300), new Stored(run, 3600, 3600, 4000)))
                .isEqualTo("stored 701, missing 3299, pending 0, unobserved 0");
    }

    @Test
    void hoursThatBecomeDaysSayTheSame() {
        UUID run = run(1);
        String host =
                store(
                        8000,
                        new Stored(run, 1, 1, 300),
                        new Stored(run, 3600, 3600, 4000),
                        new Stored(run(7300), 11, 7311, 8000));
        String all = "stored 1391, missing 3309, pending 0, unobserved 3300";
        assertThat(answer(host, 8000)).isEqualTo(all);
        new EventCounts(jdbc).fold(NOON.plus(Duration.ofHours(12)));
        assertThat(answer(host, 8000)).isEqualTo(all);
        assertThat(
                        ask(
                                "select count(*) from completeness join host on id = host_id where name = ?",
                                Integer.class,
                                host))
                .isEqualTo(2);
    }

    private static UUID run(int second) {
        return new UUID(NOON.plusSeconds(second).toEpochMilli() << 16 | 0x7000, 0x8L << 60);
    }

    private String answer(int storedUntil, Stored... runs) {
        return answer(store(storedUntil, runs), Math.max(600, storedUntil));
    }

    /** From noon on, for so many seconds. */
    private String answer(String host, int seconds) {
        return ask(
                """
                select format('stored %s, missing %s, pending %s, unobserved %s',
                    stored, missing, pending, unobserved_seconds)
                from perfwatch_completeness(?, ?::timestamptz, ?::timestamptz)
                """,
                String.class, host, at(0), at(seconds));
    }

    /**
     * A host of its own, in a partition of its own.
     *
     * @param storedUntil seconds after noon
     * @return its name
     */
    private String store(int storedUntil, Stored... runs) {
        String host = "web-" + ++partition;
        int id = ask("insert into host (name) values (?) returning id", Integer.class, host);
        for (Stored stored : runs) {
            insert(id, stored);
        }
        insertState(id, runs[runs.length - 1]);
        jdbc.update(
                "insert into watermark values ('topic', ?, 1, ?::timestamptz)",
                partition,
                at(storedUntil));
        return host;
    }

    private void insertState(int host, Stored newest) {
        jdbc.update(
                """
                insert into host_state (host_id, topic, append_time, sample_time, run, sequence, partition)
                values (?, 'topic', ?::timestamptz, ?::timestamptz, ?, ?, ?)
                """,
                host,
                at(newest.until),
                at(newest.until),
                newest.run,
                newest.lastSequence(),
                partition);
    }

    private void insert(int host, Stored stored) {
        jdbc.update(
                """
                insert into completeness values
                    (?, 'topic', date_trunc('hour', ?::timestamptz), ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
                """,
                host,
                at(stored.from),
                stored.run,
                stored.lastSequence() - stored.firstSequence + 1,
                stored.firstSequence,
                stored.lastSequence(),
                at(stored.from),
                at(stored.until));
    }

    private <T> T ask(String sql, Class<T> type, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, type, parameters));
    }

    private static String at(int second) {
        return NOON.plusSeconds(second).toString();
    }
}
