package io.perfwatch.bench.perfcounter;

import io.perfwatch.bench.report.RunningService;
import java.io.IOException;
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
        ProcessHandle service =
                RunningService.find("perf-counter", port + MANAGEMENT_OFFSET).process();
        ProcessHandle perf =
                service.children()
                        .filter(p -> RunningService.words(p, "cmdline").contains("-I"))
                        .findFirst()
                        .orElseThrow(
                                () -> new IOException("perf does not run: ./perfwatch doctor"));
        return new RunningPerfCounter(
                service.pid(), perf.pid(), RunningService.words(perf, "cmdline"));
    }

    String events() {
        int at = perfArguments.indexOf("-e");
        return at < 0 ? "" : perfArguments.get(at + 1);
    }

    boolean hasHardwareEvents() {
        return Optional.of(events()).filter(e -> e.contains("cycles")).isPresent();
    }
}
