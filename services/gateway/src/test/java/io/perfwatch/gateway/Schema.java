package io.perfwatch.gateway;

import com.zaxxer.hikari.HikariDataSource;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Rollup;
import io.perfwatch.test.Database;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The persister's tables, made of its own migrations, and rows as it writes them. */
public final class Schema implements AutoCloseable {
    private static final String MIGRATIONS =
            "filesystem:../persister/src/main/resources/db/migration";

    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcClient jdbc;

    public Schema(Database database) {
        connections.setJdbcUrl(database.url());
        connections.setUsername(Database.PERSISTER);
        connections.setPassword(Database.PASSWORD);
        connections.setMaximumPoolSize(1);
        jdbc = JdbcClient.create(connections);
        Flyway.configure()
                .dataSource(database.url(), Database.PERSISTER, Database.PASSWORD)
                .locations(MIGRATIONS)
                .load()
                .migrate();
        for (String table : List.of("pack_raw", "pack_minute", "pack_hour")) {
            jdbc.sql(
                            "create table %1$s_all partition of %1$s for values from (minvalue) to (maxvalue)"
                                    .formatted(table))
                    .update();
        }
    }

    public void host(String name) {
        jdbc.sql("insert into host (name) values (?) on conflict do nothing").param(name).update();
    }

    /** For what has no method here. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** A row of samples. */
    public void pack(String host, String topic, String family, Instant start, Pack pack) {
        row("pack_raw", host, topic, family, start, pack.size(), pack.toJson());
    }

    /**
     * @param table {@code pack_minute} or {@code pack_hour}
     */
    public void rollup(
            String table, String host, String topic, String family, Instant start, Rollup rollup) {
        row(table, host, topic, family, start, rollup.samples(), rollup.toJson());
    }

    private void row(
            String table,
            String host,
            String topic,
            String family,
            Instant start,
            int samples,
            String payload) {
        jdbc.sql("insert into family (topic, name) values (?, ?) on conflict do nothing")
                .params(topic, family)
                .update();
        jdbc.sql(
                        """
                        insert into %s (host_id, family, start, samples, payload)
                        select host.id, family.id, ?::timestamptz, ?, ?::jsonb from host, family
                        where host.name = ? and family.topic = ? and family.name = ?
                        """
                                .formatted(table))
                .params(start.toString(), samples, payload, host, topic, family)
                .update();
    }

    @Override
    public void close() {
        connections.close();
    }
}
