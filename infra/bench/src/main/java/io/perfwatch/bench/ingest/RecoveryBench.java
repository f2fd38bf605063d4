package io.perfwatch.bench.ingest;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import io.perfwatch.bench.servers.BenchServers;
import io.perfwatch.bench.servers.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The database is away under a live fleet, and comes back. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Stops PostgreSQL under a live fleet, starts it again, and looks at the persister's memory and at",
            "how many times faster than real time it catches up."
        })
public final class RecoveryBench implements Callable<Integer> {
    private static final double TIMES_REAL_TIME = 2;
    private static final double MEMORY = 1024;
    private static final double FLAT = 1.25;
    private static final double SHORTEST = 2;
    private static final double MEBIBYTE = 1 << 20;

    /** Minutes are open for a minute and a grace; a little more is no longer behind. */
    private static final double UP_TO_DATE_SECONDS = 72;

    @Option(names = "--hosts", defaultValue = "1000", description = "default ${DEFAULT-VALUE}")
    private int hosts;

    @Option(names = "--leaves", defaultValue = "400", description = "default ${DEFAULT-VALUE}")
    private int leaves;

    @Option(
            names = "--minutes",
            defaultValue = "10",
            description = {
                "without database, at least 2, default ${DEFAULT-VALUE}: after one, hardly anything is",
                "overdue, for a minute is stored when it is over"
            })
    private double minutes;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    @Spec private @Nullable CommandSpec spec;

    private double first;
    private double most;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (minutes < SHORTEST && spec != null) {
            throw new ParameterException(spec.commandLine(), "--minutes must be at least 2");
        }
        try (BenchServers servers = BenchServers.start()) {
            servers.persister().start();
            Path log = servers.directory().resolve("fleet.log");
            try (var _ = LiveFleet.start(servers.broker(), hosts, leaves, log)) {
                TimeUnit.SECONDS.sleep(90);
                double away = withoutDatabase(servers);
                double seconds = catchUp(servers);
                Report report =
                        new Report(
                                "recovery",
                                List.of(
                                        Figure.of("without database", away, "s"),
                                        Figure.of("caught up after", seconds, "s"),
                                        Figure.of("times real time", (away + seconds) / seconds, "")
                                                .atLeast(TIMES_REAL_TIME),
                                        Figure.of("memory, most", most, "MiB").atMost(MEMORY),
                                        Figure.of("memory, most by first minute", most / first, "")
                                                .atMost(FLAT)));
                report.write(System.out, json);
                return report.allMet() ? 0 : 1;
            }
        }
    }

    /**
     * @return seconds
     */
    private double withoutDatabase(BenchServers servers) throws IOException, InterruptedException {
        System.out.printf("%.1f minutes without database …%n", minutes);
        servers.database().stop();
        long start = System.nanoTime();
        long end = start + Math.round(minutes * 60e9);
        while (System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
            look(servers);
            if (System.nanoTime() - start < 60e9) {
                first = most;
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void look(BenchServers servers) throws IOException {
        most = Math.max(most, servers.persister().usage().residentBytes() / MEBIBYTE);
    }

    /**
     * @return seconds
     */
    private double catchUp(BenchServers servers) throws IOException, InterruptedException {
        servers.database().start();
        long start = System.nanoTime();
        Waiting.until(
                "it catches up",
                Duration.ofMinutes(30),
                () -> {
                    look(servers);
                    return servers.persister().metrics().behindSeconds() < UP_TO_DATE_SECONDS;
                });
        return (System.nanoTime() - start) / 1e9;
    }
}
