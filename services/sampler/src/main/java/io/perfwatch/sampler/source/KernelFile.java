package io.perfwatch.sampler.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that the kernel writes when it is read: {@code /proc/stat}. Kept open and read from its
 * beginning each time, which costs a third of opening it again.
 */
public final class KernelFile {
    /** To look for what is not there costs 20 µs, ten times as much as to read what is. */
    private static final int READS_PER_LOOK = 30;

    private final Path path;
    private final boolean optional;
    private @Nullable FileChannel channel;
    private @Nullable NoSuchFileException missing;
    private int readsToLook;

    public KernelFile(Path path) {
        this(path, false);
    }

    private KernelFile(Path path, boolean optional) {
        this.path = path;
        this.optional = optional;
    }

    /** One that many machines do not have: if it is missing, it is looked for now and then only. */
    public static KernelFile optional(Path path) {
        return new KernelFile(path, true);
    }

    /**
     * All of it, as it is now. What is returned is the thread's own and holds until its next read.
     *
     * @throws NoSuchFileException if this kernel does not have it
     */
    public Text read() throws IOException {
        try {
            return ReadBuffer.ofThread().fill(open());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = look();
            channel = open;
        }
        return open;
    }

    private FileChannel look() throws IOException {
        NoSuchFileException known = missing;
        if (optional && known != null && --readsToLook > 0) {
            throw known;
        }
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            missing = e;
            readsToLook = READS_PER_LOOK;
            throw e;
        }
    }

    /**
     * All of a file that is known to be short and to come at once: one value, {@code
     * /proc/PID/stat}. Saves the second read that would find the end.
     */
    public Text readShort() throws IOException {
        try {
            return ReadBuffer.ofThread().fillOnce(open());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The one number in the file, or {@code absent} if there is no such file or no number. */
    public long numberOr(long absent) {
        try {
            Text text = readShort();
            return text.atNumber() ? text.number() : absent;
        } catch (IOException e) {
            return absent;
        }
    }

    /** The one line of the file, or {@code absent} if it cannot be read. */
    public String lineOr(String absent) {
        try {
            return readShort().line();
        } catch (IOException e) {
            return absent;
        }
    }

    /** Reads and closes: for what is looked at once. */
    public static String lineOf(Path path, String absent) {
        KernelFile file = new KernelFile(path);
        String line = file.lineOr(absent);
        file.close();
        return line;
    }

    /** Reads and closes: for what is looked at once. */
    public static long numberOf(Path path, long absent) {
        KernelFile file = new KernelFile(path);
        long number = file.numberOr(absent);
        file.close();
        return number;
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
