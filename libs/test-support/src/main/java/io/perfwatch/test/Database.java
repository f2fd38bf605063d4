package io.perfwatch.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** A PostgreSQL server of one test JVM. Its address and its data stay over {@link #stop}. */
public interface Database extends AutoCloseable {
    /** The database that {@link #clear} makes anew. */
    String NAME = "perfwatch";

    /** Of every role. */
    String PASSWORD = "test";

    /** Owns the database. */
    String PERSISTER = "perfwatch_persister";

    String GATEWAY = "perfwatch_gateway";

    /** Makes a schema of its own. */
    String ACCESS = "perfwatch_access";

    /** Reads by SQL and does nothing else. */
    String SQL_USER = "perfwatch_sql";

    int port();

    /** Cuts all connections; nothing if it is stopped. */
    void stop();

    /** Returns when it answers; nothing if it runs. */
    void start();

    /** For good: its data is gone too. */
    @Override
    void close();

    default String url() {
        return url(NAME);
    }

    default String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    /** A connection as one of the roles above. */
    default Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, PASSWORD);
    }

    /** Starts it if need be, and makes roles and an empty database as an installation does. */
    default void clear() {
        start();
        try (Connection c = DriverManager.getConnection(url("postgres"), "postgres", PASSWORD);
                Statement statement = c.createStatement()) {
            statement.execute(roles());
            for (String role : List.of(PERSISTER, GATEWAY, ACCESS, SQL_USER)) {
                statement.execute("alter role " + role + " password '" + PASSWORD + "'");
            }
            statement.execute("drop database if exists " + NAME + " with (force)");
            statement.execute("create database " + NAME + " owner " + PERSISTER);
            statement.execute("grant create on database " + NAME + " to " + ACCESS);
        } catch (SQLException e) {
            throw new IllegalStateException("could not make the database", e);
        }
    }

    private static String roles() {
        try (InputStream roles = Database.class.getResourceAsStream("/roles.sql")) {
            return new String(Objects.requireNonNull(roles).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
