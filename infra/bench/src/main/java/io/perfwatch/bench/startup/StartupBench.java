package io.perfwatch.bench.startup;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a system of its own, twice: with nothing, and with the data of the first time. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = {
            "From ./perfwatch up to the first live chart in a Chromium that is already open, and the memory of all",
            "processes a minute later. The reference is the part of the same start that Kafka and PostgreSQL take."
        })
public final class StartupBench implements Callable<Integer> {
    private static final double SECONDS = 15;
    private static final double MEBIBYTES = 1.2 * 1024;

    @Option(
            names = "--port",
            defaultValue = "8520",
            description = "the first of eight for it, default ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--settle",
            defaultValue = "60",
            description =
                    "seconds from the chart to the look at the memory, default ${DEFAULT-VALUE}")
    private int settle;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("perfwatch.home")));
        Path data = Files.createTempDirectory("perfwatch-startup");
        var figures = new ArrayList<Figure>();
        try (var browser = OpenBrowser.open(root, "http://127.0.0.1:" + port, chromium())) {
            figures.addAll(start("empty", new Started(root, data, port), browser));
            figures.addAll(start("with data", new Started(root, data, port), browser));
        } finally {
            delete(data);
        }
        Report report = new Report("startup", figures);
        report.write(System.out, json);
        return report.allMet() ? 0 : 1;
    }

    private List<Figure> start(String what, Started stack, OpenBrowser browser)
            throws IOException, InterruptedException {
        try {
            browser.look();
            Duration servers = stack.up();
            Duration chart = browser.seen();
            Thread.sleep(Duration.ofSeconds(settle));
            return List.of(
                    Figure.of("first chart, " + what, seconds(chart), "s")
                            .atMost(SECONDS)
                            .beside("Kafka and PostgreSQL ready", seconds(servers)),
                    Figure.of("memory (PSS), " + what, stack.mebibytes(), "MiB").atMost(MEBIBYTES));
        } finally {
            stack.down();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String chromium() throws IOException {
        String configured = System.getenv("CHROMIUM");
        if (configured != null) {
            return configured;
        }
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                if (Files.isExecutable(Path.of(directory, name))) {
                    return directory + "/" + name;
                }
            }
        }
        throw new IOException("no Chromium on the PATH: install it, or set CHROMIUM to its path");
    }

    private static void delete(Path directory) throws IOException, InterruptedException {
        new ProcessBuilder("rm", "-rf", directory.toString()).inheritIO().start().waitFor();
    }
}
