package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads history cannot write, and who keeps sessions cannot read history. */
@Tag("full")
@ExtendWith(Infrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DatabaseRolesIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Database database;

    DatabaseRolesIT(Database database) {
        this.database = database;
    }

    @BeforeAll
    void tables() throws SQLException {
        execute(Database.PERSISTER, "create table sample (id integer)");
        execute(Database.PERSISTER, "grant select on sample to perfwatch_reader");
        execute(Database.ACCESS, "create schema access");
        execute(Database.ACCESS, "create table access.secret (id integer)");
    }

    @AfterAll
    void clear() {
        database.clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    perfwatch_gateway | insert into sample values (1)
                    perfwatch_gateway | delete from sample
                    perfwatch_gateway | drop table sample
                    perfwatch_gateway | create table mine (id integer)
                    perfwatch_gateway | create schema mine
                    perfwatch_gateway | select * from access.secret
                    perfwatch_access  | select * from sample
                    perfwatch_access  | insert into sample values (1)
                    perfwatch_access  | create table public.mine (id integer)
                    perfwatch_access  | create role mine
                    """)
    void role_mayNot(String role, String sql) {
        assertThatThrownBy(() -> execute(role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).isIn(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void readingRole_reads() throws SQLException {
        execute(Database.GATEWAY, "select * from sample");
    }

    private void execute(String role, String sql) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
