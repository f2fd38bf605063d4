package io.perfwatch.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process' memory, of which what is shared with others counts in part: {@code smaps_rollup}. */
public final class ProportionalMemory {
    private ProportionalMemory() {}

    public static long bytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                * 1024;
    }
}
