package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.test.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads history cannot write, and who keeps sessions cannot read history. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DatabaseRolesIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Database database;

    /** The gateway makes the tables of tokens and sessions while it starts. */
    DatabaseRolesIT(Stack stack) throws Exception {
        database = stack.database();
        Browser.loggedIn(stack.withUsers().port(), TestUsers.VIEWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    perfwatch_gateway | insert into host (name) values ('x')
                    perfwatch_gateway | delete from pack_raw
                    perfwatch_gateway | drop table pack_raw
                    perfwatch_gateway | create table mine (id integer)
                    perfwatch_gateway | create schema mine
                    perfwatch_gateway | select * from access.token
                    perfwatch_access  | select * from pack_raw
                    perfwatch_access  | insert into host (name) values ('x')
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
        execute(Database.GATEWAY, "select * from pack_raw");
    }

    private void execute(String role, String sql) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
