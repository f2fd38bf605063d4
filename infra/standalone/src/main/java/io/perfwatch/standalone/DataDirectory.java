package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * All that is kept between two starts.
 *
 * @param path absolute
 */
record DataDirectory(Path path) {

    /**
     * Raised when an older PerfWatch's data can no longer be read as it is (PostgreSQL's major
     * version counts).
     */
    static final int FORMAT = 1;

    private static final long MIN_FREE_BYTES = 512L << 20;

    DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** What holds only while it runs: lock, process ids, generated configuration. */
    Path run() {
        return path.resolve("run");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /** Makes what is missing; refuses what cannot be used. */
    void prepare() {
        try {
            createPrivate(path);
            checkFormat(path.resolve("format"));
            for (Path part : new Path[] {logs(), run(), secrets()}) {
                createPrivate(part);
            }
            Files.delete(Files.createTempFile(run(), "writable", null));
            checkSpace();
        } catch (FileSystemException e) {
            throw new Refusal(
                    "cannot write to the data directory %s (%s); choose another: --data-dir DIR"
                            .formatted(path, e),
                    e);
        } catch (IOException e) {
            throw new Refusal("cannot use the data directory %s: %s".formatted(path, e), e);
        }
    }

    private void checkFormat(Path file) throws IOException {
        if (Files.exists(file)) {
            String found = Files.readString(file).strip();
            if (!found.equals(Integer.toString(FORMAT))) {
                throw new Refusal(
                        "%s holds data of format %s and this PerfWatch reads format %d; move it away (mv %s %s.old) or run the version that wrote it"
                                .formatted(path, found, FORMAT, path, path));
            }
            return;
        }
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new Refusal(
                        "%s is neither empty nor a PerfWatch data directory; choose another: --data-dir DIR"
                                .formatted(path));
            }
        }
        Files.writeString(file, FORMAT + "\n");
    }

    private void checkSpace() throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < MIN_FREE_BYTES) {
            throw new Refusal(
                    "%d MiB free for %s and at least %d are needed; make room or choose another place: --data-dir DIR"
                            .formatted(free >> 20, path, MIN_FREE_BYTES >> 20));
        }
    }

    private static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }
}
