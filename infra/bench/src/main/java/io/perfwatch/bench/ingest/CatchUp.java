package io.perfwatch.bench.ingest;

import io.perfwatch.bench.servers.BenchServers;
import io.perfwatch.bench.servers.Load;
import io.perfwatch.bench.servers.PersisterMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How a persister fares that finds a backlog.
 *
 * @param events that it stored in the last {@code seconds} before all was read
 * @param seconds a minute, or all of it if it took less
 * @param load of the servers meanwhile
 * @param residentBytes the most that the persister took
 */
record CatchUp(long events, double seconds, Load load, long residentBytes) {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private record Moment(Load load, long stored) {}

    /**
     * @param total events that are to be consumed in all
     */
    static CatchUp measure(BenchServers servers, long total)
            throws IOException, InterruptedException {
        Deque<Moment> moments = new ArrayDeque<>();
        long resident = 0;
        while (true) {
            PersisterMetrics metrics = servers.persister().metrics();
            resident = Math.max(resident, servers.persister().usage().residentBytes());
            moments.add(new Moment(servers.load(), metrics.settled("stored")));
            if (metrics.consumed() >= total) {
                break;
            }
            forgetOld(moments);
            TimeUnit.MILLISECONDS.sleep(500);
        }
        Moment first = moments.getFirst();
        Moment last = moments.getLast();
        Load load = last.load.since(first.load);
        return new CatchUp(last.stored - first.stored, load.seconds(), load, resident);
    }

    private static void forgetOld(Deque<Moment> moments) {
        long newest = moments.getLast().load.nanos();
        while (newest - moments.getFirst().load.nanos() > WINDOW.toNanos()) {
            moments.removeFirst();
        }
    }

    double eventsPerSecond() {
        return events / seconds;
    }
}
