package io.perfwatch.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data directory a command is about. */
final class Place {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where the data is kept (default: .perfwatch in the repository).")
    private @Nullable Path directory;

    DataDirectory data() {
        Path path = directory;
        return new DataDirectory(path != null ? path : Home.current().root().resolve(".perfwatch"));
    }
}
