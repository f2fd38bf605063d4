package io.perfwatch.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the four services from its jar, as on a machine, configured by its environment. */
final class RunningService implements AutoCloseable {
    private final Path log;
    private final Process process;

    /** From the jar that the build made. */
    RunningService(String name, Path directory, Map<String, String> environment) {
        this(directory.resolve(name + ".log"), Kustomize.REPOSITORY, fromJar(name), environment);
    }

    RunningService(
            Path log, Path directory, List<String> command, Map<String, String> environment) {
        this.log = log;
        var builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fromJar(String name) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "services/%1$s/target/%1$s.jar".formatted(name));
    }

    /** Waiting is in vain once it has ended. */
    void assertRuns() {
        if (!process.isAlive()) {
            throw new AssertionError(
                    "%s ended with %d:%n%s"
                            .formatted(log.getFileName(), process.exitValue(), log()));
        }
    }

    /** What it said, for the message of a test that fails. */
    String log() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
