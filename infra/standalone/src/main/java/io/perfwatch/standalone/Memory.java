package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process costs. */
final class Memory {

    private Memory() {}

    /**
     * Its proportional set size from {@code /proc/PID/smaps_rollup}: pages that n processes share
     * count an nth.
     *
     * @return bytes; 0 where the system does not say
     */
    static long proportionalBytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
