package io.perfwatch.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** The browser of this machine; a test that needs it fails without it. */
final class Chromium {

    private static final String[] NAMES = {
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"
    };

    private Chromium() {}

    static String path() {
        String configured = System.getenv("CHROMIUM");
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        Stream<String> found =
                Arrays.stream(path.split(":", -1))
                        .flatMap(directory -> Arrays.stream(NAMES).map(n -> Path.of(directory, n)))
                        .filter(Files::isExecutable)
                        .map(Path::toString);
        return Stream.concat(Stream.ofNullable(configured), found)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "no Chromium on the PATH: apt-get install chromium, or set CHROMIUM to its path"));
    }
}
