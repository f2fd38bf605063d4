package io.perfwatch.bench.perfcounter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The perf-counter of a running stack.
 *
 * @param service its process
 * @param perf the perf that it started
 * @param perfArguments with which it did, without setpriv
 */
record RunningPerfCounter(long service, long perf, List<String> perfArguments) {
    private static final int MANAGEMENT_OFFSET = 5;

    /**
     * @param port of the dashboard
     * @throws IOException if none runs there, or without a perf
     */
    static RunningPerfCounter find(int port) throws IOException {
        String setting = "MANAGEMENT_SERVER_PORT=" + (port + MANAGEMENT_OFFSET);
        ProcessHandle service =
                ProcessHandle.allProcesses()
                        .filter(p ->
                                words(p, "cmdline").stream().anyMatch(RunningPerfCounter::isJar))
                        .filter(p -> words(p, "environ").contains(setting))
                        .findFirst()
                        .orElseThrow(() ->
                                new IOException(
                                        "no perf-counter runs for port %d: ./perfwatch up"
                                                .formatted(port)));
        ProcessHandle perf =
                service.children()
                        .filter(p -> words(p, "cmdline").contains("-I"))
                        .findFirst()
                        .orElseThrow(
                                () -> new IOException("perf does not run: ./perfwatch doctor"));
        return new RunningPerfCounter(service.pid(), perf.pid(), words(perf, "cmdline"));
    }

    private static boolean isJar(String word) {
        return word.endsWith("perf-counter.jar");
    }

    private static List<String> words(ProcessHandle process, String file) {
        try {
            Path path = Path.of("/proc", Long.toString(process.pid()), file);
            String words = Files.readString(path);
            return List.of(words.substring(0, Math.max(0, words.length() - 1)).split("\0", -1));
        } catch (IOException e) {
            return List.of();
        }
    }

    String events() {
        int at = perfArguments.indexOf("-e");
        return at < 0 ? "" : perfArguments.get(at + 1);
    }

    boolean hasHardwareEvents() {
        return Optional.of(events()).filter(e -> e.contains("cycles")).isPresent();
    }
}
