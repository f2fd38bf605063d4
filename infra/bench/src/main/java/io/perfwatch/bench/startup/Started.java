package io.perfwatch.bench.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A system of the bench's own, driven by {@code ./perfwatch}.
 *
 * @param port the first of its eight
 */
record Started(Path root, Path data, int port) {
    private static final Pattern READY = Pattern.compile(".* (kafka|postgresql) +ready after .*");
    private static final String ALL_RUNS = "Dashboard: ";
    private static final Pattern TOTAL = Pattern.compile("(?s).* (\\d+) MiB\\s*$");

    /**
     * Returns when all runs; what it says after that stays in the pipe, which takes 64 KiB.
     *
     * @return when the servers did
     * @throws IOException if it does not start, with what it said
     */
    Duration up() throws IOException {
        long start = System.nanoTime();
        BufferedReader output =
                perfwatch("up", "--port", Integer.toString(port)).inputReader(UTF_8);
        Duration servers = Duration.ZERO;
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (READY.matcher(line).matches()) {
                servers = Duration.ofNanos(System.nanoTime() - start);
            }
            if (line.contains(ALL_RUNS)) {
                return servers;
            }
        }
        throw new IOException("./perfwatch up: " + said);
    }

    /** The proportional share of all its processes. */
    double mebibytes() throws IOException {
        String status = said(perfwatch("status"));
        Matcher total = TOTAL.matcher(status);
        if (!total.matches()) {
            throw new IOException("./perfwatch status: " + status);
        }
        return Double.parseDouble(total.group(1));
    }

    void down() throws IOException {
        said(perfwatch("down"));
    }

    private static String said(Process process) throws IOException {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            return output.lines().collect(Collectors.joining("\n"));
        }
    }

    private Process perfwatch(String command, String... options) throws IOException {
        List<String> words =
                Stream.concat(
                                Stream.of(
                                        root.resolve("perfwatch").toString(),
                                        command,
                                        "--data-dir",
                                        data.toString()),
                                Stream.of(options))
                        .toList();
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }
}
