package io.perfwatch.perfcounter.doctor;

import static java.util.stream.Collectors.toMap;

import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.Virtualization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What decides whether perf may count, from {@code /proc} and {@code /sys}.
 *
 * @param paranoid {@code kernel.perf_event_paranoid}, empty in a kernel without perf events
 * @param root whether the effective uid is 0
 * @param mayMonitor whether a child of this process has CAP_PERFMON or CAP_SYS_ADMIN
 * @param noNewPrivileges whether a child cannot gain any
 * @param seccomp whether system calls are filtered
 * @param pmu whether the kernel has a driver for this CPU's counters
 * @param virtualMachine whether a hypervisor is below
 * @param nmiWatchdog whether the kernel's lockup detector holds a counter
 */
record Machine(
        Optional<Integer> paranoid,
        boolean root,
        boolean mayMonitor,
        boolean noNewPrivileges,
        boolean seccomp,
        boolean pmu,
        boolean virtualMachine,
        boolean nmiWatchdog) {
    private static final long MONITORS = 1L << 38 | 1L << 21;
    private static final List<String> PMUS = List.of("cpu", "armv", "apple_");

    /**
     * @param root {@code /}, but for tests
     */
    static Machine read(Path root) {
        Map<String, String> status = status(root.resolve("proc/self/status"));
        boolean uidZero = status.getOrDefault("Uid", "").matches("\\d+\\s+0\\s.*");
        // An ambient capability is all that a child of another uid than 0 inherits.
        String capabilities = status.getOrDefault(uidZero ? "CapEff" : "CapAmb", "0");
        return new Machine(
                number(root.resolve("proc/sys/kernel/perf_event_paranoid")),
                uidZero,
                (Long.parseUnsignedLong(capabilities, 16) & MONITORS) != 0,
                status.getOrDefault("NoNewPrivs", "0").equals("1"),
                !status.getOrDefault("Seccomp", "0").equals("0"),
                hasPmu(root.resolve("sys/bus/event_source/devices")),
                new Virtualization(new HostRoot(root)).isGuest(),
                number(root.resolve("proc/sys/kernel/nmi_watchdog")).orElse(0) == 1);
    }

    private static Map<String, String> status(Path file) {
        return text(file)
                .lines()
                .map(line -> line.split(":", 2))
                .filter(words -> words.length == 2)
                .collect(toMap(words -> words[0], words -> words[1].strip(), (one, _) -> one));
    }

    /** {@code cpu}, {@code cpu_core} and {@code cpu_atom}, {@code armv8_…}, {@code apple_…_pmu}. */
    private static boolean hasPmu(Path devices) {
        try (Stream<Path> all = Files.list(devices)) {
            return all.map(p -> p.getFileName().toString())
                    .anyMatch(name -> PMUS.stream().anyMatch(name::startsWith));
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Integer> number(Path file) {
        String text = text(file).strip();
        return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
