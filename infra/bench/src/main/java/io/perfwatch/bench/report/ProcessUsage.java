package io.perfwatch.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a process has used, from {@code /proc/PID/stat} and {@code status}.
 *
 * @param cpuSeconds utime and stime, whatever else runs on the machine
 * @param residentBytes VmRSS
 */
public record ProcessUsage(double cpuSeconds, long residentBytes) {
    /** USER_HZ, the same on every platform that Linux runs on today. */
    private static final double TICKS_PER_SECOND = 100;

    public static ProcessUsage of(long pid) throws IOException {
        return of(pid, false);
    }

    private static ProcessUsage of(long pid, boolean withEndedChildren) throws IOException {
        Path proc = Path.of("/proc", Long.toString(pid));
        return parse(
                Files.readString(proc.resolve("stat")),
                Files.readString(proc.resolve("status")),
                withEndedChildren);
    }

    /**
     * Of a process and all below it, those that have ended too; memory that they share counts
     * twice.
     */
    public static ProcessUsage ofTree(long pid) throws IOException {
        ProcessUsage sum = of(pid, true);
        for (ProcessHandle child :
                ProcessHandle.of(pid).stream().flatMap(p -> p.descendants()).toList()) {
            try {
                ProcessUsage more = of(child.pid(), true);
                sum =
                        new ProcessUsage(
                                sum.cpuSeconds + more.cpuSeconds,
                                sum.residentBytes + more.residentBytes);
            } catch (NoSuchFileException e) {
                // It ended meanwhile; its parent has its time the next time.
            }
        }
        return sum;
    }

    /** CPU seconds that were used since. */
    public double since(ProcessUsage before) {
        return cpuSeconds - before.cpuSeconds;
    }

    /** The command in parentheses may hold anything, blanks and parentheses too. */
    static ProcessUsage parse(String stat, String status, boolean withEndedChildren) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        if (withEndedChildren) {
            ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        }
        long kibibytes =
                status.lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0);
        return new ProcessUsage(ticks / TICKS_PER_SECOND, kibibytes * 1024);
    }
}
