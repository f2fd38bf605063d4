package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** The roles and the database that the services expect; nothing changes when they are there. */
final class Database {

    static final String NAME = "perfwatch";
    static final String PERSISTER = "perfwatch_persister";
    static final String GATEWAY = "perfwatch_gateway";

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
    void prepare(Path rolesSql) throws SQLException, IOException {
        var login = new Properties();
        login.setProperty("user", PostgresProgram.SUPERUSER);
        login.setProperty("password", secrets.password(PostgresProgram.SUPERUSER));
        try (Connection connection = DriverManager.getConnection(url(ports, "postgres"), login);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(rolesSql));
            for (String role : List.of(PERSISTER, GATEWAY)) {
                statement.execute(
                        "alter role %s password '%s'".formatted(role, secrets.password(role)));
            }
            if (!exists(statement)) {
                statement.execute("create database %s owner %s".formatted(NAME, PERSISTER));
            }
        }
        secrets.writePgpass(
                ports.postgres(), List.of(PostgresProgram.SUPERUSER, PERSISTER, GATEWAY));
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (var found =
                statement.executeQuery(
                        "select 1 from pg_database where datname = '" + NAME + "'")) {
            return found.next();
        }
    }
}
