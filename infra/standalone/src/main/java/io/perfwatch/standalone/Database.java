package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The roles and the database that the services expect; nothing changes when they are there. */
final class Database {

    static final String NAME = "perfwatch";
    static final String PERSISTER = "perfwatch_persister";
    static final String GATEWAY = "perfwatch_gateway";
    static final String ACCESS = "perfwatch_access";

    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final Duration RECOVERY = Duration.ofMinutes(5);

    private final Ports ports;
    private final Secrets secrets;

    Database(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    static String url(Ports ports, String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(Ports.HOST, ports.postgres(), database);
    }

    /** Also sets the passwords anew, so that the files in {@code secrets} are always right. */
    void prepare(Path rolesSql) throws SQLException, IOException, InterruptedException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(rolesSql));
            for (String role : List.of(PERSISTER, GATEWAY, ACCESS)) {
                statement.execute(
                        "alter role %s password '%s'".formatted(role, secrets.password(role)));
            }
            if (!exists(statement)) {
                statement.execute("create database %s owner %s".formatted(NAME, PERSISTER));
            }
            statement.execute("grant create on database %s to %s".formatted(NAME, ACCESS));
        }
        secrets.writePgpass(
                ports.postgres(), List.of(PostgresProgram.SUPERUSER, PERSISTER, GATEWAY, ACCESS));
    }

    /** After a crash the postmaster answers while the database still recovers. */
    private Connection connect() throws SQLException, InterruptedException {
        var login = new Properties();
        login.setProperty("user", PostgresProgram.SUPERUSER);
        login.setProperty("password", secrets.password(PostgresProgram.SUPERUSER));
        Instant deadline = Instant.now().plus(RECOVERY);
        while (true) {
            try {
                return DriverManager.getConnection(url(ports, "postgres"), login);
            } catch (SQLException e) {
                if (!CANNOT_CONNECT_NOW.equals(e.getSQLState())
                        || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (var found =
                statement.executeQuery(
                        "select 1 from pg_database where datname = '" + NAME + "'")) {
            return found.next();
        }
    }
}
