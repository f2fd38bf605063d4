package io.perfwatch.bench.ingest;

import io.perfwatch.bench.servers.BenchServers;
import io.perfwatch.bench.servers.Load;
import io.perfwatch.bench.servers.Waiting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What it takes to roll up an hour that is stored: to averages of minutes, which is all but a
 * little of the work.
 *
 * @param cold seconds that the first time took, in a JVM that has just begun
 * @param warm seconds of CPU of persister and PostgreSQL, once it has done so often
 * @param wal bytes of the write-ahead log, the first time
 */
record RollupCost(double cold, double warm, double wal) {
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String OVER = " and start < now() - interval '62 minutes'";
    private static final String AGAIN =
            """
            insert into dirty (tier, start, host_id, family)
            select 'minute', start, host_id, family from pack_minute where true
            """
                    + OVER;

    /** The persister does not run, and has not rolled up what is stored. */
    static RollupCost measure(BenchServers servers)
            throws IOException, InterruptedException, SQLException {
        double before = Stored.wal(servers.database());
        servers.persister().set("PERFWATCH_PERSISTER_INTERVAL", "1s");
        servers.persister().start();
        awaitDone(servers);
        double cold = servers.persister().metrics().rollupSeconds();
        double wal = Stored.wal(servers.database()) - before;
        for (int round = 0; round < ROUNDS; round++) {
            again(servers);
        }
        Load begin = servers.load();
        for (int round = 0; round < ROUNDS; round++) {
            again(servers);
        }
        Load load = servers.load().since(begin);
        servers.persister().stop();
        servers.persister().set("PERFWATCH_PERSISTER_INTERVAL", "1m");
        return new RollupCost(cold, (load.persister() + load.database()) / ROUNDS, wal);
    }

    private static void again(BenchServers servers)
            throws SQLException, InterruptedException, IOException {
        servers.database().execute(AGAIN);
        awaitDone(servers);
    }

    private static void awaitDone(BenchServers servers)
            throws InterruptedException, IOException, SQLException {
        Waiting.until(
                "all is rolled up",
                PATIENCE,
                () ->
                        servers.database()
                                        .number(
                                                "select count(*) from dirty where tier = 'minute'"
                                                        + OVER)
                                == 0);
    }
}
