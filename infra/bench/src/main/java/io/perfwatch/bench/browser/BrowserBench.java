package io.perfwatch.bench.browser;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium looks at the page of a host; forty plain charts beside it. */
@Command(
        name = "browser",
        mixinStandardHelpOptions = true,
        description = {
            "What the page of a host costs a browser, with software rendering: main thread, tasks, memory, size; and that of 1,000 hosts.",
            "A built dashboard is served a host that is replayed to it, at 1 Hz and then a day as fast as it reads."
        })
public final class BrowserBench implements Callable<Integer> {
    private static final int CHARTS = 40;
    private static final int CHARTS_IN_VIEW = 12;
    private static final double CORE = 0.10;
    private static final double TASK = 0.050;
    private static final double GROWTH = 1.10;
    private static final double FIRST_CHART = 1.5;
    private static final double FIRST_BYTES = 300_000;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "how long to look at 1 Hz, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--ticks",
            defaultValue = "86400",
            description = "of the accelerated day, default ${DEFAULT-VALUE}")
    private int ticks;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    /** What {@code frontend/bench/browser.mjs} says; unknown members are passed over. */
    private record Seen(
            double firstChartSeconds,
            double firstChartBytes,
            int charts,
            int chartsInView,
            int chartsOutOfSight,
            int drawnOutOfSight,
            double core,
            double longestTaskSeconds,
            double heapBeforeBytes,
            double heapAfterBytes,
            int ticks,
            double fleetSeconds,
            int fleetRows,
            double fleetCore,
            double fleetScrollSeconds,
            double naiveCore) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = new Report("browser", figures(look()));
        report.write(System.out, json);
        return report.allMet() ? 0 : 1;
    }

    private Seen look() throws IOException, InterruptedException {
        Path frontend = Path.of(System.getProperty("perfwatch.home", ".")).resolve("frontend");
        if (!Files.isDirectory(frontend.resolve("node_modules"))) {
            throw new IOException(frontend + " is not built: run ./mvnw -pl frontend package");
        }
        Process script =
                new ProcessBuilder(
                                "node",
                                "bench/browser.mjs",
                                "--seconds=" + seconds,
                                "--ticks=" + ticks)
                        .directory(frontend.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        byte[] said = script.getInputStream().readAllBytes();
        if (script.waitFor() != 0) {
            throw new IOException("the browser did not get to the end, see above");
        }
        return JsonMapper.builder().build().readValue(said, Seen.class);
    }

    private static List<Figure> figures(Seen seen) {
        return List.of(
                Figure.of("main thread", seen.core, "core")
                        .atMost(CORE)
                        .beside("40 naive ECharts", seen.naiveCore),
                Figure.of("charts", seen.charts, "").atLeast(CHARTS),
                Figure.of("charts in view", seen.chartsInView, "").atLeast(CHARTS_IN_VIEW),
                Figure.of("charts drawn out of sight", seen.drawnOutOfSight, "")
                        .atMost(0)
                        .beside("out of sight", seen.chartsOutOfSight),
                Figure.of("longest task after load", seen.longestTaskSeconds, "s").atMost(TASK),
                Figure.of("heap after " + seen.ticks + " ticks", seen.heapAfterBytes, "B")
                        .atMost(seen.heapBeforeBytes * GROWTH)
                        .beside("before them", seen.heapBeforeBytes),
                Figure.of("first chart", seen.firstChartSeconds, "s").atMost(FIRST_CHART),
                Figure.of("gzip before first chart", seen.firstChartBytes, "B").atMost(FIRST_BYTES),
                Figure.of("1,000 hosts, first rows", seen.fleetSeconds, "s").atMost(FIRST_CHART),
                Figure.of("1,000 hosts, rows in the page", seen.fleetRows, ""),
                Figure.of("1,000 hosts, main thread", seen.fleetCore, "core").atMost(CORE),
                Figure.of("1,000 hosts, longest task while scrolling", seen.fleetScrollSeconds, "s")
                        .atMost(TASK));
    }
}
