package io.perfwatch.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Runs programs as they are typed.
 *
 * @param directory where
 * @param environment set for them
 */
record Program(Path directory, Map<String, String> environment) {

    static boolean isInstalled(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /** What it prints; a test fails if it does, with what it complained about. */
    String run(String... command) {
        try {
            Path errors = Files.createTempFile("program", ".err");
            var builder = new ProcessBuilder(List.of(command)).directory(directory.toFile());
            builder.environment().putAll(environment);
            Process process = builder.redirectError(errors.toFile()).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            int exit = process.waitFor();
            String complaint = Files.readString(errors);
            Files.delete(errors);
            if (exit != 0) {
                throw new AssertionError(
                        "%s: exit code %d%n%s%s"
                                .formatted(String.join(" ", command), exit, said, complaint));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
