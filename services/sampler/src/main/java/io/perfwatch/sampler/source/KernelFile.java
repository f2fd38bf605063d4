package io.perfwatch.sampler.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that the kernel writes when it is read: {@code /proc/stat}. Kept open and read from its
 * beginning each time, which costs a third of opening it again.
 */
public final class KernelFile {
    private final Path path;
    private @Nullable FileChannel channel;

    public KernelFile(Path path) {
        this.path = path;
    }

    /**
     * All of it, as it is now. What is returned is the thread's own and holds until its next read.
     *
     * @throws java.nio.file.NoSuchFileException if this kernel does not have it
     */
    public Text read() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(path, StandardOpenOption.READ);
            channel = open;
        }
        try {
            return ReadBuffer.ofThread().fill(open);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** Opens it again with the next read: the device behind it may be another one. */
    public void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // Nothing was written, so nothing is lost.
                channel = null;
            }
        }
    }
}
