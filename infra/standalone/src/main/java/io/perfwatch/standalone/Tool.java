package io.perfwatch.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Programs of util-linux that are used where they are there. */
enum Tool {
    SETSID,
    SETPRIV,
    UNSHARE;

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPresent() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(directory -> Path.of(directory, title()))
                .anyMatch(Files::isExecutable);
    }
}
