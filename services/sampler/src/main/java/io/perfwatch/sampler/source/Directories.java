package io.perfwatch.sampler.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Names in directories of the kernel. */
public final class Directories {
    private Directories() {}

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
