package io.perfwatch.gateway.history;

import io.perfwatch.pack.Pack;
import io.perfwatch.test.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The persister's tables, made of its own migrations, and rows as it writes them. */
final class Schema {
    private static final Path MIGRATIONS = Path.of("../persister/src/main/resources/db/migration");

    private final JdbcClient jdbc;

    Schema(Database database) throws IOException {
        DataSource source =
                new DriverManagerDataSource(database.url(), Database.PERSISTER, Database.PASSWORD);
        jdbc = JdbcClient.create(source);
        for (Path migration : migrations()) {
            new JdbcTemplate(source).execute(Files.readString(migration));
        }
        jdbc.sql(
                        "create table pack_raw_all partition of pack_raw"
                                + " for values from (minvalue) to (maxvalue)")
                .update();
    }

    /** V1, V2, … and then R. */
    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<Path> all = files.sorted().toList();
            return Stream.concat(
                            all.stream().filter(f -> f.getFileName().toString().startsWith("V")),
                            all.stream().filter(f -> f.getFileName().toString().startsWith("R")))
                    .toList();
        }
    }

    void host(String name) {
        jdbc.sql("insert into host (name) values (?) on conflict do nothing").param(name).update();
    }

    void pack(String host, String topic, String family, Instant start, Pack pack) {
        jdbc.sql("insert into family (topic, name) values (?, ?) on conflict do nothing")
                .params(topic, family)
                .update();
        jdbc.sql(
                        """
                        insert into pack_raw (host_id, family, start, samples, payload)
                        select host.id, family.id, ?::timestamptz, ?, ?::jsonb from host, family
                        where host.name = ? and family.topic = ? and family.name = ?
                        """)
                .params(start.toString(), pack.size(), pack.toJson(), host, topic, family)
                .update();
    }
}
