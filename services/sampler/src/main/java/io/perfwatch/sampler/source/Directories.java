package io.perfwatch.sampler.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Names in directories of the kernel. */
public final class Directories {
    private Directories() {}

    /**
     * Whether it certainly holds none: the kernel counts two links of a directory's own, and one
     * for each directory in it.
     */
    public static boolean areNoneIn(Path directory) {
        try {
            return Files.getAttribute(directory, "unix:nlink").equals(2);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Sorted; empty if there is no such directory or it is not ours to see. */
    public static List<String> names(Path directory) {
        String[] names = directory.toFile().list();
        if (names == null) {
            return List.of();
        }
        Arrays.sort(names);
        return Arrays.asList(names);
    }
}
