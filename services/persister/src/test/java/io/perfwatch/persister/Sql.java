package io.perfwatch.persister;

import io.perfwatch.test.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks as the gateway does, so that its rights are tested too, and changes as the persister. */
record Sql(Database database) {

    /** The first column. */
    List<String> strings(String sql) {
        try (Connection connection = database.connect(Database.GATEWAY);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = database.connect(Database.PERSISTER)) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
