package io.perfwatch.sampling;

import java.nio.file.Path;

/**
 * Where the host's file systems are seen: {@code /} on the host itself; in a container the
 * directory that holds {@code proc}, {@code sys} and {@code root}.
 */
public record HostRoot(Path path) {
    public HostRoot {
        path = path.toAbsolutePath().normalize();
    }

    /** A file of {@code /proc}: {@code proc("net/dev")}. */
    public Path proc(String file) {
        return path.resolve("proc").resolve(file);
    }

    /** A file of {@code /sys}. */
    public Path sys(String file) {
        return path.resolve("sys").resolve(file);
    }

    /** Any other file, by its absolute name on the host. */
    public Path file(String absolute) {
        Path root = isOwn() ? path : path.resolve("root");
        return root.resolve(absolute.substring(1));
    }

    /** Whether this process lives on what it measures. */
    public boolean isOwn() {
        return path.getParent() == null;
    }
}
