package io.perfwatch.persister.table;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL says of data that it will never take. All else (it is away, its disk is full, a
 * right is missing, a table is not there) is nothing that the data can help, and is waited for.
 */
public final class Refusal {
    /** Data exception, integrity constraint, limit of the program. */
    private static final Set<String> CLASSES = Set.of("22", "23", "54");

    private static final String INTERNAL_ERROR = "XX000";

    private Refusal() {}

    public static boolean is(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().length() == 5) {
                String state = sql.getSQLState();
                return state.equals(INTERNAL_ERROR) || CLASSES.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
