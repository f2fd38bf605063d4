package io.perfwatch.bench.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Prometheus of this machine that holds the asked metric of every host, for each range. */
final class PrometheusReference implements AutoCloseable {
    private final Process process;
    private final int port;
    private final Path directory;

    private PrometheusReference(Process process, int port, Path directory) {
        this.process = process;
        this.port = port;
        this.directory = directory;
    }

    /**
     * @param directory empty; deleted at the end
     */
    static PrometheusReference start(Path directory, List<String> hosts, Instant now)
            throws IOException, InterruptedException {
        Path values = directory.resolve("values.txt");
        write(values, hosts, now);
        Path data = directory.resolve("data");
        run(directory, "promtool", "tsdb", "create-blocks-from", "openmetrics", values, data);
        Files.delete(values);
        Path configuration = directory.resolve("prometheus.yml");
        Files.writeString(configuration, "global: {}\n");
        int port = freePort();
        Process process =
                new ProcessBuilder(
                                "prometheus",
                                "--config.file=" + configuration,
                                "--storage.tsdb.path=" + data,
                                "--storage.tsdb.retention.time=10y",
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("prometheus.log").toFile())
                        .start();
        return new PrometheusReference(process, port, directory);
    }

    private static void write(Path file, List<String> hosts, Instant now) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Range range : Range.values()) {
                out.write("# TYPE " + range.seriesName() + " gauge\n");
                for (int i = 0; i < hosts.size(); i++) {
                    write(out, range, hosts.get(i), new SimulatedPast(i), now.getEpochSecond());
                }
            }
            out.write("# EOF\n");
        }
    }

    private static void write(
            BufferedWriter out, Range range, String host, SimulatedPast past, long end)
            throws IOException {
        long step = range.step().toSeconds();
        for (long at = end - range.length().toSeconds(); at < end; at += step) {
            out.write(range.seriesName() + "{host=\"" + host + "\"} ");
            out.write(past.value(at, SimulatedPast.ASKED) + " " + at + "\n");
        }
    }

    URI question(Range range, String host, Instant to) {
        long step = Math.max(1, range.length().toSeconds() / Range.POINTS);
        return URI.create(
                "http://127.0.0.1:%d/api/v1/query_range?query=%s%%7Bhost=%%22%s%%22%%7D&start=%d&end=%d&step=%d"
                        .formatted(
                                port,
                                range.seriesName(),
                                host,
                                range.from(to).getEpochSecond(),
                                to.getEpochSecond(),
                                step));
    }

    URI readiness() {
        return URI.create("http://127.0.0.1:" + port + "/-/ready");
    }

    private static void run(Path directory, Object... command)
            throws IOException, InterruptedException {
        Path log = directory.resolve("promtool.log");
        Process process =
                new ProcessBuilder(List.of(command).stream().map(Object::toString).toList())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("promtool: " + Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
