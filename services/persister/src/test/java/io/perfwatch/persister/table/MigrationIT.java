package io.perfwatch.persister.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.perfwatch.pack.Aggregate;
import io.perfwatch.pack.Numbers;
import io.perfwatch.pack.Rollup;
import io.perfwatch.pack.Span;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(Infrastructure.class)
class MigrationIT {
    private final Database database;
    private final DataSource source;
    private final JdbcTemplate jdbc;

    MigrationIT(Database database) {
        this.database = database;
        this.source =
                new DriverManagerDataSource(database.url(), Database.PERSISTER, Database.PASSWORD);
        this.jdbc = new JdbcTemplate(source);
    }

    @BeforeEach
    void empty() {
        database.clear();
    }

    @Test
    void everyTableAndColumnThatIsNotPlainIsCommented() {
        migrate("latest");
        assertThat(
                        jdbc.queryForList(
                                """
                                select relname from pg_class
                                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                                    and relname <> 'flyway_schema_history'
                                    and obj_description(oid, 'pg_class') is null
                                """,
                                String.class))
                .isEmpty();
        assertThat(
                        jdbc.queryForList(
                                """
                                select proname from pg_proc
                                where pronamespace = 'public'::regnamespace
                                    and obj_description(oid, 'pg_proc') is null
                                """,
                                String.class))
                .isEmpty();
    }

    @Test
    void aMigrationThatFindsALongQueryLetsOthersStoreAndSucceedsAfterIt() throws Exception {
        migrateWithoutFunctions("9");
        fill();
        Migrations migrations = new Migrations(Flyway.configure().dataSource(source).load());
        try (Connection reader = database.connect(Database.GATEWAY)) {
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select * from pack_raw").next();
            CompletableFuture<Void> migration = CompletableFuture.runAsync(migrations::run);
            await().until(this::someoneWaitsForALock);
            jdbc.execute(
                    "set lock_timeout = '15s'; insert into pack_raw values (1, 1, '2026-03-01 12:01+00', 1, '{}')");
            assertThat(migration)
                    .failsWithin(Duration.ofSeconds(15))
                    .withThrowableThat()
                    .withCauseInstanceOf(DataAccessResourceFailureException.class)
                    .withMessageContaining("the tables cannot be made");
            assertThat(migrations.areDone()).isFalse();
            reader.rollback();
        }
        migrations.run();
        assertThat(migrations.areDone()).isTrue();
        assertThat(jdbc.queryForObject("select count(*) from pack_raw", Integer.class))
                .isEqualTo(2);
    }

    private boolean someoneWaitsForALock() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        select exists (select from pg_locks
                            where not granted and mode = 'AccessExclusiveLock')
                        """,
                        Boolean.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4"})
    void whatWasStoredBeforeIsReadAfter(String version) {
        migrateWithoutFunctions(version);
        fill();
        migrate("latest");
        List<@Nullable String> values =
                jdbc.queryForList(
                        """
                        select value::text from perfwatch_series(
                            'web-1', 'cpu.utilization', '2026-03-01', '2026-03-02')
                        """,
                        String.class);
        assertThat(values).containsExactly("0.1", "0.2");
        assertThat(jdbc.queryForList("select sequence::text from host_state", String.class))
                .containsExactly("2");
        assertThat(
                        jdbc.queryForList(
                                "select document::text from host_inventory order by since",
                                String.class))
                .containsExactly("{\"version\": \"1\"}", "{\"version\": \"2\"}");
        migrate("latest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1,,0.12",
                "7",
                "0.01:10,,2",
                "4096:6170914,-3,",
                "0.1:-2,0,",
                "1000+38,0,1",
                "1000+38,-1,2",
                "1+41",
                "1+41,0,3",
                "1+9007199254740991",
                ",,"
            })
    void aListIsReadAsJavaReadsIt(String list) {
        migrate("latest");
        boolean isNumber = list.matches("[0-9]+");
        Double[] values =
                jdbc.queryForObject(
                        "select perfwatch_list(?::jsonb, 3)",
                        (row, _) -> (Double[]) row.getArray(1).getArray(),
                        isNumber ? list : '"' + list + '"');
        assertThat(values)
                .containsExactly(
                        Arrays.stream(Numbers.read(list, 3))
                                .mapToObj(v -> Double.isNaN(v) ? null : v)
                                .toArray(Double[]::new));
    }

    @Test
    void grafanasQuestionsAreAnsweredToARoleThatCanReadAndNothingElse() throws Exception {
        migrate("latest");
        fill();
        fillForGrafana();
        try (Connection reader = database.connect(Database.SQL_USER);
                Statement statement = reader.createStatement()) {
            for (String host : answer(statement, GrafanaPanel.hosts())) {
                for (GrafanaPanel panel : GrafanaPanel.all()) {
                    assertThat(answer(statement, panel.sql(host))).as(panel.title()).isNotEmpty();
                }
            }
            for (String harm : List.of("delete from host", "create table x ()")) {
                assertThatThrownBy(() -> statement.execute(harm)).isInstanceOf(SQLException.class);
            }
        }
    }

    /** The first column. */
    private static List<String> answer(Statement statement, String question) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet answer = statement.executeQuery(question)) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }

    private void fillForGrafana() {
        Rollup minute = new Rollup();
        minute.add(
                new Span(0, new UUID(1, 1), 2, 2, 2),
                Map.of("utilization", new Aggregate(0.1, 0.15, 0.2, 2)));
        jdbc.execute(
                """
                insert into family (topic, name) values
                    ('perfwatch.system.v1', 'memory'), ('perfwatch.system.v1', 'disks'),
                    ('perfwatch.system.v1', 'networks'), ('perfwatch.counters.v1', 'counters');
                insert into pack_raw
                    select p.host_id, f.id, p.start, 2, jsonb_set(p.payload, '{metrics}',
                        '{"usedBytes":"1,2","[vda].utilization":"0.1,0.2",
                          "[eth0].receivedBytesPerSecond":"1,2","instructionsPerCycle":"1,2"}')
                    from pack_raw p, family f where f.name <> 'cpu';
                create table pack_minute_20260223_00 partition of pack_minute
                    for values from ('2026-02-23 00:00+00') to ('2026-03-02 00:00+00');
                insert into pack_minute
                    select h.id, f.id, '2026-03-01 12:00+00', 2, '%s'
                    from host h, family f where f.name = 'cpu';
                insert into completeness
                    (host_id, topic, start, run, stored,
                     first_sequence, last_sequence, first_time, last_time)
                    select h.id, 'perfwatch.system.v1', '2026-03-01 12:00+00',
                        '01980000-0000-7000-8000-000000000001', 2, 1, 2,
                        '2026-03-01 12:00+00', '2026-03-01 12:00:01+00'
                    from host h;
                """
                        .formatted(minute.toJson()));
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(source).target(target).load().migrate();
    }

    /** Which may be of tables that are not there yet. */
    private void migrateWithoutFunctions(String target) {
        Flyway.configure()
                .dataSource(source)
                .target(target)
                .repeatableSqlMigrationPrefix("none")
                .load()
                .migrate();
    }

    private void fill() {
        jdbc.execute(
                """
                create table pack_raw_20260301_12 partition of pack_raw
                    for values from ('2026-03-01 12:00+00') to ('2026-03-01 18:00+00');
                insert into host (name) values ('web-1');
                insert into family (topic, name) values ('perfwatch.system.v1', 'cpu');
                insert into pack_raw select h.id, f.id, '2026-03-01 12:00+00', 2,
                    '{"t":"0,1000","runs":["01980000-0000-7000-8000-000000000001"],"run":0,
                      "seq":"1,2","metrics":{"utilization":"0.1,0.2"}}'
                    from host h, family f;
                insert into host_state select h.id, 'perfwatch.system.v1', now(), now(),
                    '01980000-0000-7000-8000-000000000001', 2 from host h;
                insert into host_inventory
                    select h.id, 'sampler', now() + d.start * interval '1 s', jsonb_build_object(
                        'version', d.version, 'run', d.start)
                    from host h, (values (1, '1'), (2, '1'), (3, '2')) as d (start, version);
                insert into watermark values ('perfwatch.system.v1', 0, 2, now());
                """);
    }
}
