package io.perfwatch.bench.perfcounter;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.ProcessUsage;
import io.perfwatch.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the perf-counter of a running {@code ./perfwatch up}, and at a bare perf beside it. */
@Command(
        name = "perf-counter",
        mixinStandardHelpOptions = true,
        description = {
            "What the perf-counter of a running ./perfwatch up and its perf cost, at 1 s.",
            "A machine without a PMU counts software events only, and the result says so."
        })
public final class PerfCounterBench implements Callable<Integer> {
    private static final double CORE = 0.005;
    private static final double MEBIBYTE = 1 << 20;
    private static final double MEMORY = 125;

    @Option(
            names = "--port",
            defaultValue = "8420",
            description = "of the dashboard, default ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "how long to look, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "seconds before that")
    private int warmUp;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    private record Usage(ProcessUsage service, ProcessUsage perf, ProcessUsage bare) {
        /** Of the service and its perf. */
        double mebibytes() {
            return (service.residentBytes() + perf.residentBytes()) / MEBIBYTE;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunningPerfCounter running = RunningPerfCounter.find(port);
        try (BarePerf bare = BarePerf.start(running.perfArguments())) {
            pause(warmUp);
            Usage before = read(running, bare);
            long start = System.nanoTime();
            pause(seconds);
            Usage after = read(running, bare);
            double elapsed = (System.nanoTime() - start) / 1e9;
            Report report = new Report("perf-counter", figures(before, after, elapsed));
            System.out.println("counting " + running.events());
            System.out.println(
                    running.hasHardwareEvents()
                            ? "with hardware counters"
                            : "software events only: this machine has no PMU");
            report.write(System.out, json);
            return report.allMet() ? 0 : 1;
        }
    }

    private static void pause(int seconds) throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(seconds));
    }

    private static Usage read(RunningPerfCounter running, BarePerf bare) throws IOException {
        return new Usage(
                ProcessUsage.of(running.service()),
                ProcessUsage.of(running.perf()),
                ProcessUsage.of(bare.pid()));
    }

    private static List<Figure> figures(Usage before, Usage after, double elapsed) {
        double service = after.service.since(before.service) / elapsed;
        double perf = after.perf.since(before.perf) / elapsed;
        double bare = after.bare.since(before.bare) / elapsed;
        return List.of(
                Figure.of("cpu", service + perf, "core")
                        .atMost(CORE)
                        .beside("bare perf stat", bare),
                Figure.of("cpu of the service", service, "core"),
                Figure.of("cpu of its perf", perf, "core"),
                Figure.of("memory", after.mebibytes(), "MiB").atMost(MEMORY),
                Figure.of("memory growth", after.mebibytes() - before.mebibytes(), "MiB"),
                Figure.of("memory of the service", after.service.residentBytes() / MEBIBYTE, "MiB"),
                Figure.of("memory of its perf", after.perf.residentBytes() / MEBIBYTE, "MiB"));
    }
}
