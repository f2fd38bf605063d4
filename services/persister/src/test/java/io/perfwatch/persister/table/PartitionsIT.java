package io.perfwatch.persister.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(Infrastructure.class)
class PartitionsIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DriverManagerDataSource source;
    private final JdbcClient jdbc;
    private final Database database;

    PartitionsIT(Database database) {
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
        partitions().ensure(Tier.RAW, NOON);
        partitions().ensure(Tier.RAW, NOON.plusSeconds(6 * 3600 - 1));
        partitions().ensure(Tier.RAW, NOON.minusSeconds(1));
        assertThat(names()).containsExactly("pack_raw_20260301_06", "pack_raw_20260301_12");
        insert(NOON);
        insert(NOON.plusSeconds(6 * 3600 - 60));
        assertThat(count("pack_raw_20260301_12")).isEqualTo(2);
    }

    @Test
    void whatEndedBeforeTheBorderIsDroppedWhole() {
        Partitions partitions = partitions();
        partitions.ensure(Tier.RAW, NOON.minusSeconds(1));
        partitions.ensure(Tier.RAW, NOON);
        insert(NOON.minusSeconds(60));
        insert(NOON);
        assertThat(partitions.drop(Tier.RAW, NOON.minusSeconds(1))).isEmpty();
        assertThat(partitions.drop(Tier.RAW, NOON)).containsExactly("pack_raw_20260301_06");
        assertThat(count("pack_raw")).isEqualTo(1);
        partitions.ensure(Tier.RAW, NOON.minusSeconds(1));
        assertThat(names()).hasSize(2);
    }

    @Test
    void aPartitionThatIsReadStopsNeitherWritersNorThatOthersAreMade() throws SQLException {
        Partitions partitions = partitions();
        partitions.ensure(Tier.RAW, NOON);
        insert(NOON);
        try (Connection reader = database.connect(Database.GATEWAY)) {
            readAndFailToDrop(reader, partitions);
            partitions.ensure(Tier.RAW, NOON.plusSeconds(6 * 3600));
            insert(NOON.plusSeconds(6 * 3600));
            assertThat(count("pack_raw")).isEqualTo(1);
            reader.rollback();
        }
        assertThat(partitions.drop(Tier.RAW, NOON.plusSeconds(6 * 3600)))
                .containsExactly("pack_raw_20260301_12");
        assertThat(names()).containsExactly("pack_raw_20260301_18");
    }

    /** In a transaction that goes on, and the partition is half taken off. */
    private static void readAndFailToDrop(Connection reader, Partitions partitions)
            throws SQLException {
        reader.setAutoCommit(false);
        reader.createStatement().executeQuery("select * from pack_raw").next();
        assertThatThrownBy(() -> partitions.drop(Tier.RAW, NOON.plusSeconds(6 * 3600)))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatFallsIntoAPartitionThatIsHalfTakenOffIsStored() throws SQLException {
        Partitions partitions = partitions();
        partitions.ensure(Tier.RAW, NOON);
        insert(NOON);
        try (Connection reader = database.connect(Database.GATEWAY)) {
            readAndFailToDrop(reader, partitions);
            reader.rollback();
        }
        partitions.ensure(Tier.RAW, NOON);
        insert(NOON);
        assertThat(count("pack_raw")).isEqualTo(1);
    }

    @Test
    void whileOneMakesPartitionsNobodyDropsOne() throws SQLException {
        Instant end = NOON.plusSeconds(6 * 3600);
        SingleConnectionDataSource session = session();
        Partitions partitions = partitions(session);
        partitions.ensure(Tier.RAW, NOON);
        try (Connection maker = database.connect(Database.PERSISTER)) {
            maker.setAutoCommit(false);
            assertThat(lock(maker)).isTrue();
            assertThatThrownBy(() -> partitions.drop(Tier.RAW, end))
                    .isInstanceOf(DataAccessException.class);
            insert(NOON);
            maker.rollback();
            assertThat(partitions.drop(Tier.RAW, end)).containsExactly("pack_raw_20260301_12");
            assertThat(lock(maker)).isTrue();
        }
        assertThat(JdbcClient.create(session).sql("show lock_timeout").query(String.class).single())
                .isEqualTo("0");
        session.destroy();
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (ResultSet locked =
                connection
                        .createStatement()
                        .executeQuery(
                                "select pg_try_advisory_xact_lock(" + Partitions.LOCK + ")")) {
            return locked.next() && locked.getBoolean(1);
        }
    }

    /** What a session holds is not given back by closing it, as in a pool. */
    private SingleConnectionDataSource session() {
        return new SingleConnectionDataSource(
                database.url(), Database.PERSISTER, Database.PASSWORD, true);
    }

    @Test
    void everyTierCompressesAsItWasMeasuredWhateverTheServersDefaultIs() {
        partitions().ensure(Tier.RAW, NOON);
        assertThat(
                        jdbc.sql(
                                        """
                                        select distinct attcompression
                                        from pg_attribute
                                        where attrelid::regclass::text ~ '^pack_'
                                        and attname = 'payload'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("p");
    }

    private Partitions partitions() {
        return partitions(source);
    }

    private static Partitions partitions(DataSource source) {
        return new Partitions(
                new JdbcTemplate(source),
                new TransactionTemplate(new JdbcTransactionManager(source)));
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
