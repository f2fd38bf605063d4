package io.perfwatch.bench.ingest;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import io.perfwatch.bench.servers.BenchServers;
import io.perfwatch.bench.servers.PersisterMetrics;
import io.perfwatch.bench.servers.Waiting;
import io.perfwatch.metric.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a value takes on disk. */
@Command(
        name = "storage",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Bytes a value of the raw tier, with index and TOAST, vacuumed, and of the write-ahead log:",
            "an hour of this machine's own sampler (recorded for a while and repeated), an hour of noisy",
            "simulated hosts, and that once more while the persister is killed again and again;",
            "and what it takes to roll the hour up."
        })
public final class StorageBench implements Callable<Integer> {
    private static final double REAL = 1.6;
    private static final double NOISY = 2.2;
    private static final double AFTER_KILLS = 1.5;
    private static final double WAL = 3;
    private static final double ROLLUPS = 0.03;
    private static final String SAMPLES =
            "select max(n) from (select sum(samples) as n from pack_raw group by family) f";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(
            names = "--record",
            defaultValue = "120",
            description = "seconds that the sampler is recorded, default ${DEFAULT-VALUE}")
    private int record;

    @Option(
            names = "--hosts",
            defaultValue = "20",
            description = "simulated, default ${DEFAULT-VALUE}")
    private int hosts;

    @Option(names = "--leaves", defaultValue = "400", description = "default ${DEFAULT-VALUE}")
    private int leaves;

    @Option(names = "--kills", defaultValue = "5", description = "default ${DEFAULT-VALUE}")
    private int kills;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        List<Figure> figures = new ArrayList<>();
        try (BenchServers servers = BenchServers.start()) {
            // Not while the write-ahead log of the samples is measured.
            servers.persister().set("PERFWATCH_PERSISTER_INTERVAL", "1m");
            System.out.println("an hour of this machine's sampler …");
            Backlog real = RealHost.fill(servers, record, HOUR);
            figures.addAll(figures("real host", store(servers, real, 0), real, REAL));

            Stored noisy = simulate(servers, "noisy", 0, figures);
            figures.addAll(rollUp(servers));
            Stored killed = simulate(servers, "killed", kills, figures);
            figures.add(
                    Figure.of("after kills by before", killed.bytes() / noisy.bytes(), "")
                            .atMost(AFTER_KILLS));
        }
        Report report = new Report("storage", figures);
        report.write(System.out, json);
        return report.allMet() ? 0 : 1;
    }

    private Stored simulate(BenchServers servers, String name, int deaths, List<Figure> figures)
            throws IOException, InterruptedException, SQLException {
        System.out.printf("an hour of %d %s hosts …%n", hosts, name);
        Stored.clear(servers.database());
        // A persister whose last commit failed reads again what is not stored any more.
        servers.broker().empty(Topic.SYSTEM, Topic.PROCESSES);
        Backlog made =
                Backlog.fill(servers.broker(), name, hosts, leaves, HOUR, lastHourThatIsOver());
        Stored stored = store(servers, made, deaths);
        figures.addAll(figures(name + " hosts", stored, made, NOISY));
        return stored;
    }

    private static List<Figure> figures(String name, Stored stored, Backlog made, double most) {
        double values = made.values();
        return List.of(
                Figure.of(name, stored.bytes() / values, "B/value").atMost(most),
                Figure.of(name + ": WAL", stored.wal() / values, "B/value").atMost(WAL));
    }

    /** An hour is rolled up two minutes after its end. */
    private static Instant lastHourThatIsOver() {
        return Instant.now().minus(Duration.ofMinutes(3)).truncatedTo(ChronoUnit.HOURS);
    }

    private List<Figure> rollUp(BenchServers servers)
            throws IOException, InterruptedException, SQLException {
        System.out.println("rolling it up, again and again …");
        RollupCost cost = RollupCost.measure(servers);
        double times = 1000.0 / hosts;
        double hour = HOUR.toSeconds();
        return List.of(
                Figure.of("rollups of 1,000 hosts", cost.warm() * times / hour, "core")
                        .atMost(ROLLUPS),
                Figure.of("as the first time", cost.cold() * times / hour, "core"),
                Figure.of("their WAL an hour", cost.wal() * times / 1e6, "MB"));
    }

    /** All that the topic has; the write-ahead log is that of this alone. */
    private static Stored store(BenchServers servers, Backlog made, int deaths)
            throws IOException, InterruptedException, SQLException {
        double before = Stored.wal(servers.database());
        servers.persister().start();
        for (int i = 0; i < deaths; i++) {
            TimeUnit.SECONDS.sleep(2);
            servers.persister().kill();
            servers.persister().start();
        }
        Waiting.until("all is stored", PATIENCE, () -> isDone(servers.persister().metrics()));
        servers.persister().stop();
        Stored after = Stored.look(servers.database());
        // Or the bytes say nothing. Some family is in every event.
        double events = servers.database().number(SAMPLES);
        if (events != made.events()) {
            throw new IOException("%.0f of %d events are stored".formatted(events, made.events()));
        }
        return new Stored(after.bytes(), after.wal() - before);
    }

    private static boolean isDone(PersisterMetrics metrics) {
        return metrics.consumed() > 0 && metrics.open() == 0 && metrics.behindSeconds() == 0;
    }
}
