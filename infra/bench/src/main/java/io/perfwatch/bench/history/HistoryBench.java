package io.perfwatch.bench.history;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import io.perfwatch.bench.servers.Waiting;
import io.perfwatch.bench.simulate.SimulateCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills a running {@code ./perfwatch up} with the past of many hosts, and asks for it. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "How long a running ./perfwatch up takes to answer for 1 h, 24 h and 30 d of one series at 1,200 points,",
            "with the past of 100 hosts in its tables, at rest and while 200 hosts are being ingested. Beside it",
            "a Prometheus (Debian's package) with the same series: one value a second for the hour, a minute for",
            "the day, an hour for the month, and so less than it would hold. Then an hour of eight series of all",
            "is exported. Leaves the hosts bench-* behind."
        })
public final class HistoryBench implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(
            names = "--port",
            defaultValue = "8420",
            description = "of the dashboard, default ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--data-dir",
            defaultValue = ".perfwatch",
            description = "of the running stack, default ${DEFAULT-VALUE}")
    private Path data = Path.of(".perfwatch");

    @Option(names = "--hosts", defaultValue = "100", description = "with a past")
    private int hosts;

    @Option(names = "--ingest", defaultValue = "200", description = "hosts that send meanwhile")
    private int ingest;

    @Option(
            names = "--warm-up",
            defaultValue = "15",
            description = "seconds that these send before it is asked, default ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--questions", defaultValue = "300", description = "of each kind")
    private int questions;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    private final SplittableRandom random = new SplittableRandom(1);
    private List<String> names = List.of();
    private Instant now = Instant.now();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        names = IntStream.rangeClosed(1, hosts).mapToObj("bench-%04d"::formatted).toList();
        now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Path directory = Files.createTempDirectory("perfwatch-bench-history");
        fill();
        try (PrometheusReference prometheus = PrometheusReference.start(directory, names, now)) {
            Waiting.until(
                    "Prometheus is ready", PATIENCE, () -> Waits.isReady(prometheus.readiness()));
            System.out.println("asking at rest");
            List<Figure> figures = new ArrayList<>(measure(prometheus, ""));
            System.out.println("asking while " + ingest + " hosts send");
            Thread fleet = ingest();
            TimeUnit.SECONDS.sleep(warmUp);
            figures.addAll(measure(prometheus, ", ingesting"));
            fleet.interrupt();
            System.out.println("exporting an hour of all");
            figures.addAll(export());
            Report report = new Report("history", figures);
            report.write(System.out, json);
            return report.allMet() ? 0 : 1;
        }
    }

    private void fill() throws IOException, InterruptedException, SQLException {
        String password =
                Files.readString(data.resolve("secrets").resolve("perfwatch_persister")).strip();
        String url = "jdbc:postgresql://127.0.0.1:%d/perfwatch".formatted(port + 2);
        long start = System.nanoTime();
        try (StoredPast past = new StoredPast(url, "perfwatch_persister", password)) {
            Waiting.until("the persister has made its tables", PATIENCE, past::isWelcome);
            long rows = past.fill(names, now);
            System.out.printf(
                    "%,d rows of %d hosts in %.0f s%n",
                    rows, hosts, (System.nanoTime() - start) / 1e9);
        }
    }

    /** The same hosts go on, and as many again. */
    private Thread ingest() {
        return Thread.ofPlatform()
                .daemon()
                .start(() ->
                        new CommandLine(new SimulateCommand())
                                .setExecutionExceptionHandler((problem, _, _) -> ended(problem))
                                .execute(
                                        "--prefix=bench",
                                        "--hosts=" + ingest,
                                        "--kafka=127.0.0.1:" + (port + 1),
                                        "--seconds=600"));
    }

    /** It is interrupted once there is enough. */
    private static int ended(Exception problem) throws Exception {
        if (problem instanceof InterruptedException) {
            return 0;
        }
        throw problem;
    }

    private List<Figure> measure(PrometheusReference prometheus, String when)
            throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (Range range : Range.values()) {
            Waits reference = Waits.of(questions, () -> prometheus.question(range, anyHost(), now));
            Waits ours = Waits.of(questions, question(range));
            figures.add(
                    Figure.of(range.title() + " p50" + when, ours.percentile(0.5), "ms")
                            .beside("Prometheus", reference.percentile(0.5)));
            figures.add(
                    Figure.of(range.title() + " p99" + when, ours.percentile(0.99), "ms")
                            .atMost(range.targetMillis())
                            .beside("Prometheus", reference.percentile(0.99)));
        }
        return figures;
    }

    /** More than the gateway's heap, which ends it when it is full. */
    private List<Figure> export() throws IOException, InterruptedException {
        String all = names.stream().map(name -> "host=" + name).collect(Collectors.joining("&"));
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/api/v1/export?%s&metric=cpu.cores%%5B*%%5D.utilization&from=%s&to=%s"
                                .formatted(port, all, Range.HOUR.from(now), now));
        long start = System.nanoTime();
        double mebibytes = Waits.size(uri) / (double) (1 << 20);
        return List.of(
                Figure.of("export", mebibytes, "MiB"),
                Figure.of("export", mebibytes / ((System.nanoTime() - start) / 1e9), "MiB/s"));
    }

    private Supplier<URI> question(Range range) {
        return () ->
                URI.create(
                        "http://127.0.0.1:%d/api/v1/history?host=%s&metric=cpu.utilization&from=%s&to=%s&points=%d"
                                .formatted(port, anyHost(), range.from(now), now, Range.POINTS));
    }

    private String anyHost() {
        return names.get(random.nextInt(names.size()));
    }
}
