package io.perfwatch.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where processes listen, from {@code /proc/net/tcp} and {@code /proc/PID/fd}. */
final class Listening {

    private static final String LISTEN = "0A";
    private static final Set<String> LOOPBACK =
            Set.of(
                    "0100007F",
                    "00000000000000000000000001000000",
                    "0000000000000000FFFF00000100007F");

    private Listening() {}

    /** Local addresses (hexadecimal, with port) that other machines could reach. */
    static List<String> addressesBeyondLoopback(List<ProcessHandle> processes) {
        Set<String> sockets =
                processes.stream().flatMap(Listening::sockets).collect(Collectors.toSet());
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(row -> row[3].equals(LISTEN) && sockets.contains("socket:[" + row[9] + "]"))
                .map(row -> row[1])
                .filter(address -> !LOOPBACK.contains(address.split(":", 2)[0]))
                .toList();
    }

    private static Stream<String> sockets(ProcessHandle process) {
        try (var open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.map(Listening::target).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
