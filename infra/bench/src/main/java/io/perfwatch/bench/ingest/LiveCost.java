package io.perfwatch.bench.ingest;

import io.perfwatch.bench.servers.BenchServers;
import io.perfwatch.bench.servers.Load;
import io.perfwatch.bench.servers.PersisterMetrics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * What a live fleet costs over a while.
 *
 * @param load of the servers
 * @param simulator seconds of CPU
 * @param events that were stored
 * @param wal bytes of the write-ahead log
 * @param behind how old, in seconds, the oldest event became that was not stored
 * @param residentBytes of the persister, in the end
 */
record LiveCost(
        Load load, double simulator, long events, double wal, double behind, long residentBytes) {

    static LiveCost measure(BenchServers servers, LiveFleet fleet, int seconds)
            throws IOException, InterruptedException, SQLException {
        Load load = servers.load();
        double simulator = fleet.usage().cpuSeconds();
        double wal = Stored.wal(servers.database());
        long events = servers.persister().metrics().settled("stored");
        double behind = mostBehind(servers, seconds);
        PersisterMetrics metrics = servers.persister().metrics();
        return new LiveCost(
                servers.load().since(load),
                fleet.usage().cpuSeconds() - simulator,
                metrics.settled("stored") - events,
                Stored.wal(servers.database()) - wal,
                behind,
                servers.persister().usage().residentBytes());
    }

    private static double mostBehind(BenchServers servers, int seconds)
            throws IOException, InterruptedException {
        double most = 0;
        for (int second = 0; second < seconds; second++) {
            TimeUnit.SECONDS.sleep(1);
            most = Math.max(most, servers.persister().metrics().behindSeconds());
        }
        return most;
    }
}
