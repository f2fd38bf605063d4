package io.perfwatch.sampler.process;

import io.perfwatch.sampler.source.KernelFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A process as long as it lives: its open file, its last two readings, and what it is. */
final class Task {
    final int pid;
    private final KernelFile stat;
    private final boolean kept;
    @Nullable ProcessStat before;
    @Nullable ProcessStat now;
    @Nullable ProcessIdentity identity;

    /**
     * @param kept whether its file stays open
     */
    Task(int pid, Path directory, boolean kept) {
        this.pid = pid;
        this.stat = new KernelFile(directory.resolve("stat"));
        this.kept = kept;
    }

    /**
     * @throws IOException if it has ended; a pid that is used again is another process
     */
    void read() throws IOException {
        before = now;
        now = ProcessStat.from(stat.readShort());
        if (!kept) {
            stat.close();
        }
    }

    /** CPU ticks since the last scan; 0 if that is not known. */
    long spent() {
        ProcessStat last = now;
        ProcessStat first = before;
        return last == null || first == null ? 0 : Math.max(0, last.ticks() - first.ticks());
    }

    long memoryBytes() {
        ProcessStat last = now;
        return last == null ? 0 : last.memoryBytes();
    }

    void close() {
        stat.close();
    }
}
