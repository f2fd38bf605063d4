package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that a number alone does not name, for the kernel gives numbers again.
 *
 * @param pid its number
 * @param start when it started, in epoch milliseconds; 0 where the system does not say
 */
record ProcessIdentity(long pid, long start) {

    /** The start is worked out from the boot time, which clock corrections move a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), start(process));
    }

    /** The process, if it is still that one and not another under its number. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(found -> Math.abs(start(found) - start) <= TOLERANCE.toMillis());
    }

    void write(Path file) throws IOException {
        Files.writeString(file, pid + " " + start + "\n");
    }

    static Optional<ProcessIdentity> read(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(" ", 2);
            return Optional.of(
                    new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
