package io.perfwatch.bench.ingest;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import io.perfwatch.bench.servers.BenchServers;
import io.perfwatch.bench.servers.Load;
import io.perfwatch.bench.servers.Waiting;
import io.perfwatch.bench.simulate.FleetShape;
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

/** From the topic to the table: how much in all, and what a fleet costs. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Values a second that broker, persister and PostgreSQL carry on this machine, beside a bare",
            "consumer of the same topic and a bare COPY of the same packs; then what a live fleet costs.",
            "Servers of its own, in a temporary directory; takes about five minutes and 2 GB of disk."
        })
public final class IngestBench implements Callable<Integer> {
    private static final double VALUES_PER_SECOND = 2e6;
    private static final double LIVE_OF_MACHINE = 0.4;
    private static final double LIVE_MEMORY = 1024;
    private static final double LIVE_BEHIND = 75;
    private static final double LIVE_WAL = 3;
    private static final double MEBIBYTE = 1 << 20;

    @Option(names = "--hosts", defaultValue = "1000", description = "default ${DEFAULT-VALUE}")
    private int hosts;

    @Option(
            names = "--leaves",
            defaultValue = "400",
            description = "values an event, default ${DEFAULT-VALUE}")
    private int leaves;

    @Option(
            names = "--backlog",
            defaultValue = "420",
            description = "seconds of events that are made in advance, default ${DEFAULT-VALUE}")
    private int backlog;

    @Option(
            names = "--live",
            defaultValue = "75",
            description = "seconds to look at a live fleet, default ${DEFAULT-VALUE}; 0 for none")
    private int live;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        try (BenchServers servers = BenchServers.start()) {
            List<Figure> figures = new ArrayList<>(catchUp(servers));
            if (live > 0) {
                figures.addAll(live(servers));
            }
            Report report = new Report("ingest", figures);
            report.write(System.out, json);
            return report.allMet() ? 0 : 1;
        }
    }

    private List<Figure> catchUp(BenchServers servers)
            throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        Backlog made =
                Backlog.fill(
                        servers.broker(),
                        "simulated",
                        hosts,
                        leaves,
                        Duration.ofSeconds(backlog),
                        lastMinuteThatIsOver());
        System.out.printf(
                "%,d events of %.0f values, %,d MB of JSON, made in %.0f s%n",
                made.events(),
                made.valuesPerEvent(),
                made.bytes() / 1_000_000,
                (System.nanoTime() - start) / 1e9);
        double bare = BareConsumer.eventsPerSecond(servers.broker()) * made.valuesPerEvent();
        servers.persister().start();
        CatchUp run = CatchUp.measure(servers, made.events());
        Waiting.until(
                "all of it is stored",
                Duration.ofMinutes(2),
                () -> servers.persister().metrics().open() == 0);
        double copy = BareCopy.valuesPerSecond(servers.database(), (double) made.values());
        double rate = run.eventsPerSecond() * made.valuesPerEvent();
        return List.of(
                Figure.of("values stored", rate, "1/s")
                        .atLeast(VALUES_PER_SECOND)
                        .beside("bare COPY of the packs", copy),
                Figure.of("values stored", rate, "1/s").beside("bare consumer", bare),
                Figure.of("over", run.seconds(), "s"),
                cores("cpu of the broker", run.load().broker(), run.load()),
                cores("cpu of the persister", run.load().persister(), run.load()),
                cores("cpu of PostgreSQL", run.load().database(), run.load()),
                Figure.of("memory of the persister", run.residentBytes() / MEBIBYTE, "MiB")
                        .atMost(LIVE_MEMORY));
    }

    /** What is still going on would be open for up to a minute after all has been read. */
    private static Instant lastMinuteThatIsOver() {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES);
    }

    private static Figure cores(String name, double seconds, Load load) {
        return Figure.of(name, seconds / load.seconds(), "core");
    }

    private List<Figure> live(BenchServers servers)
            throws IOException, InterruptedException, SQLException {
        System.out.printf("%d hosts, live, for %d s …%n", hosts, live);
        Path log = servers.directory().resolve("fleet.log");
        try (LiveFleet fleet = LiveFleet.start(servers.broker(), hosts, leaves, log)) {
            // Minutes are stored from the second one on.
            TimeUnit.SECONDS.sleep(Math.min(live, 70));
            return figures(LiveCost.measure(servers, fleet, live));
        }
    }

    private List<Figure> figures(LiveCost cost) {
        Load load = cost.load();
        double values = (double) cost.events() * FleetShape.of(leaves).leaves();
        return List.of(
                Figure.of("live: values stored", values / load.seconds(), "1/s"),
                Figure.of("live: of the machine", load.ofMachine(), "").atMost(LIVE_OF_MACHINE),
                cores("live: cpu of the broker", load.broker(), load),
                cores("live: cpu of the persister", load.persister(), load),
                cores("live: cpu of PostgreSQL", load.database(), load),
                cores("live: cpu of the simulator", cost.simulator(), load),
                Figure.of("live: memory of persister", cost.residentBytes() / MEBIBYTE, "MiB")
                        .atMost(LIVE_MEMORY),
                Figure.of("live: WAL", cost.wal() / values, "B/value").atMost(LIVE_WAL),
                Figure.of("live: sampled to stored, most", cost.behind(), "s").atMost(LIVE_BEHIND));
    }
}
