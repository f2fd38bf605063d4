package io.perfwatch.persister.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(Infrastructure.class)
class PersisterPartitionsIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DriverManagerDataSource source;
    private final JdbcClient jdbc;
    private final Database database;

    PersisterPartitionsIT(Database database) {
        this.database = database;
        this.source =
                new DriverManagerDataSource(database.url(), Database.PERSISTER, Database.PASSWORD);
        this.jdbc = JdbcClient.create(source);
    }

    @BeforeEach
    void migrate() {
        database.clear();
        Flyway.configure().dataSource(source).load().migrate();
    }

    @Test
    void partitionsAreMadeOnceAndTakeWhatFallsIntoThem() {
        partitions().ensure(NOON);
        partitions().ensure(NOON.plusSeconds(6 * 3600 - 1));
        partitions().ensure(NOON.minusSeconds(1));
        assertThat(names()).containsExactly("pack_raw_20260301_06", "pack_raw_20260301_12");
        insert(NOON);
        insert(NOON.plusSeconds(6 * 3600 - 60));
        assertThat(count("pack_raw_20260301_12")).isEqualTo(2);
    }

    @Test
    void whatEndedBeforeTheBorderIsDroppedWhole() {
        RawPartitions partitions = partitions();
        partitions.ensure(NOON.minusSeconds(1));
        partitions.ensure(NOON);
        insert(NOON.minusSeconds(60));
        insert(NOON);
        assertThat(partitions.drop(NOON.minusSeconds(1))).isEmpty();
        assertThat(partitions.drop(NOON)).containsExactly("pack_raw_20260301_06");
        assertThat(count("pack_raw")).isEqualTo(1);
        partitions.ensure(NOON.minusSeconds(1));
        assertThat(names()).hasSize(2);
    }

    private RawPartitions partitions() {
        return new RawPartitions(jdbc, new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    private void insert(Instant start) {
        jdbc.sql("insert into pack_raw values (1, 1, ?::timestamptz, 1, '{}')")
                .param(start.toString())
                .update();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> names() {
        return jdbc.sql(
                        "select relname from pg_class where relname ~ '^pack_raw_[0-9_]+$' order by 1")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }
}
