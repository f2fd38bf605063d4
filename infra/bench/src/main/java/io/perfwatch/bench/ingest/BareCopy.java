package io.perfwatch.bench.ingest;

import io.perfwatch.bench.servers.DatabaseServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The packs that were stored, copied once more into a table like theirs: as fast as storing can be.
 */
final class BareCopy {
    private static final int ROWS = 20_000;
    private static final String SOME =
            "(select * from pack_raw order by start, host_id, family limit " + ROWS + ")";

    private BareCopy() {}

    /**
     * @param values of all that is stored
     * @return values a second
     */
    static double valuesPerSecond(DatabaseServer database, double values)
            throws SQLException, IOException {
        double some =
                database.number("select sum(length(payload::text)) from " + SOME + " s")
                        / database.number("select sum(length(payload::text)) from pack_raw");
        try (Connection connection = database.connect()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream packs = new ByteArrayOutputStream();
            copies.copyOut("copy " + SOME + " to stdout (format binary)", packs);
            database.execute(
                    "drop table if exists pack_copy; create table pack_copy (like pack_raw including all)");
            byte[] bytes = packs.toByteArray();
            long start = System.nanoTime();
            copies.copyIn(
                    "copy pack_copy from stdin (format binary)", new ByteArrayInputStream(bytes));
            double seconds = (System.nanoTime() - start) / 1e9;
            database.execute("drop table pack_copy");
            return values * some / seconds;
        }
    }
}
