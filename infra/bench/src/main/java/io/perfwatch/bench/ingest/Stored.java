package io.perfwatch.bench.ingest;

import io.perfwatch.bench.servers.DatabaseServer;
import java.sql.SQLException;

/**
 * What the raw tier takes on disk.
 *
 * @param bytes tables, indexes and TOAST, vacuumed
 * @param wal bytes of the write-ahead log that were written since the beginning of time
 */
record Stored(double bytes, double wal) {
    private static final String PARTITIONS =
            " from pg_inherits where inhparent = 'pack_raw'::regclass";

    static Stored look(DatabaseServer database) throws SQLException {
        database.execute("vacuum (analyze) pack_raw");
        return new Stored(
                database.number(
                        "select coalesce(sum(pg_total_relation_size(inhrelid)), 0)" + PARTITIONS),
                wal(database));
    }

    static double wal(DatabaseServer database) throws SQLException {
        return database.number("select pg_current_wal_lsn() - '0/0'::pg_lsn");
    }

    static void clear(DatabaseServer database) throws SQLException {
        database.execute("truncate pack_raw, dirty");
    }
}
