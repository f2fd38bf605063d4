package io.perfwatch.bench.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.bench.report.ProcessUsage;
import io.perfwatch.bench.report.ProportionalMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Java process that a benchmark started and ends. */
public abstract class Server implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final int LAST_LINES = 30;

    private final Path log;
    private @Nullable Process process;

    Server(Path log) {
        this.log = log;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** As it is deployed: from one jar it would read every class through a second zip. */
    static Path unpacked(Repository repository, String service, Path directory)
            throws IOException, InterruptedException {
        String jar = service + ".jar";
        Path from = repository.file("services/%s/target/%s".formatted(service, jar));
        Path to = directory.resolve(service);
        Process extraction =
                new ProcessBuilder(
                                java(),
                                "-Djarmode=tools",
                                "-jar",
                                from.toString(),
                                "extract",
                                "--destination",
                                to.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (extraction.waitFor() != 0) {
            throw new IOException("cannot unpack " + from);
        }
        return to.resolve(jar);
    }

    /** Starts it anew; returns once {@code ready} says so. */
    final void launch(
            List<String> command,
            Map<String, String> environment,
            Waiting.Condition<RuntimeException> ready)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = started;
        Waiting.until(log + " tells why it does not start", START, () -> isReady(started, ready));
    }

    private boolean isReady(Process started, Waiting.Condition<RuntimeException> ready)
            throws IOException, InterruptedException {
        if (!started.isAlive()) {
            tellEnd();
            throw new IOException("a server ended while it started, see " + log);
        }
        return ready.holds();
    }

    /**
     * @throws IOException if it does not run
     */
    public final ProcessUsage usage() throws IOException {
        return ProcessUsage.of(running().pid());
    }

    private Process running() throws IOException {
        if (process == null) {
            throw new IOException("not started");
        }
        return process;
    }

    /** What it has in memory; what it shares with others counts in part (PSS). */
    public final long proportionalBytes() throws IOException {
        return ProportionalMemory.bytes(running().pid());
    }

    /** One line to its standard input. */
    final void say(String line) throws IOException {
        running().outputWriter(UTF_8).append(line).append('\n').flush();
    }

    /** As {@code kill} without {@code -9}. */
    public final void stop() {
        if (process != null) {
            tellEnd();
            process.destroy();
            process.onExit().completeOnTimeout(process, 40, TimeUnit.SECONDS).join();
            kill();
        }
    }

    /** Its log goes with the directory, so what it said last is told if it is gone already. */
    private void tellEnd() {
        if (process == null || process.isAlive()) {
            return;
        }
        System.err.printf("%s: ended by itself with %d%n", log, process.exitValue());
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            all.subList(Math.max(0, all.size() - LAST_LINES), all.size())
                    .forEach(line -> System.err.println("  " + line));
        } catch (IOException | UncheckedIOException e) {
            System.err.println("  its log cannot be read: " + e.getMessage());
        }
    }

    /** As {@code kill -9}. */
    public final void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    @Override
    public final void close() {
        stop();
    }
}
