package io.perfwatch.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who listens on a port: {@code /proc/net/tcp} has the socket's inode, {@code /proc/PID/fd} its
 * owner.
 */
final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";

    private PortOwner() {}

    /** {@code " by java (pid 17)"}, or nothing where the kernel does not say. */
    static String describe(int port) {
        Set<String> links =
                Stream.of("tcp", "tcp6")
                        .flatMap(table -> lines(PROC.resolve("net").resolve(table)))
                        .map(line -> line.strip().split("\\s+", -1))
                        .filter(row -> row.length > 9 && row[3].equals(LISTEN))
                        .filter(row -> row[1].endsWith(":%04X".formatted(port)))
                        .map(row -> "socket:[" + row[9] + "]")
                        .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, links))
                .findFirst()
                .map(process -> " by %s (pid %d)".formatted(name(process), process.pid()))
                .orElse("");
    }

    private static boolean holds(ProcessHandle process, Set<String> links) {
        try (Stream<Path> open = Files.list(PROC.resolve(process.pid() + "/fd"))) {
            return open.map(PortOwner::target).flatMap(Optional::stream).anyMatch(links::contains);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String name(ProcessHandle process) {
        return lines(PROC.resolve(process.pid() + "/comm")).findFirst().orElse("a process");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
