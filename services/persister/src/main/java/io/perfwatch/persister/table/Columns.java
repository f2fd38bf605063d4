package io.perfwatch.persister.table;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** Many rows as parameters of one statement, for {@code unnest}: an array a column. */
public final class Columns {
    /** Sets all parameters of a statement, from the first to the last. */
    @FunctionalInterface
    public interface Setter {
        void set(Columns columns) throws SQLException;
    }

    private final PreparedStatement statement;
    private int next = 1;

    private Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    /** For {@link org.springframework.jdbc.core.JdbcOperations}. */
    public static PreparedStatementCreator of(String sql, Setter setter) {
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            setter.set(new Columns(statement));
            return statement;
        };
    }

    /**
     * The next parameter.
     *
     * @param type of the values, as PostgreSQL names it
     */
    public <T> Columns column(String type, Collection<T> items, Function<T, Object> value)
            throws SQLException {
        return array(type, items.stream().map(value).toArray());
    }

    /** As {@link #column}: the driver sends strings as they are, all else as text with escapes. */
    public <T> Columns texts(Collection<T> items, Function<T, String> value) throws SQLException {
        return array("text", items.stream().map(value).toArray(String[]::new));
    }

    private Columns array(String type, Object[] values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
