package io.perfwatch.bench.servers;

import io.perfwatch.bench.report.ProcessUsage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with room for a fleet, as safe against a crash as any. */
public final class DatabaseServer implements AutoCloseable {
    private static final String PASSWORD = "bench";
    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("shared_buffers", "1GB"),
                    Map.entry("maintenance_work_mem", "128MB"),
                    Map.entry("wal_level", "minimal"),
                    Map.entry("max_wal_senders", "0"),
                    Map.entry("wal_compression", "on"),
                    Map.entry("max_wal_size", "4GB"),
                    Map.entry("checkpoint_timeout", "15min"),
                    Map.entry("max_connections", "40"),
                    Map.entry("jit", "off"),
                    Map.entry("timezone", "UTC"));

    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    DatabaseServer(Repository repository, Path directory) throws IOException, SQLException {
        this.data = directory.resolve("postgres");
        this.port = Server.freePort();
        start();
        try (Connection c = DriverManager.getConnection(url("postgres"), "postgres", PASSWORD);
                Statement statement = c.createStatement()) {
            statement.execute(Files.readString(repository.file("infra/postgres/roles.sql")));
            statement.execute("alter role perfwatch_persister password '" + PASSWORD + "'");
            statement.execute("create database perfwatch owner perfwatch_persister");
        }
    }

    public void start() throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false);
        SETTINGS.forEach(builder::setServerConfig);
        server = builder.start();
    }

    /** Cuts all connections. */
    public void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    String url() {
        return url("perfwatch");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String password() {
        return PASSWORD;
    }

    /** As the superuser. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", PASSWORD);
    }

    /** The one number that a question has for an answer. */
    public double number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getDouble(1);
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Of all its processes, those that ended too. */
    public ProcessUsage usage() throws IOException {
        String pid =
                Files.readString(data.resolve("postmaster.pid")).lines().findFirst().orElse("");
        return ProcessUsage.ofTree(Long.parseLong(pid.strip()));
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
