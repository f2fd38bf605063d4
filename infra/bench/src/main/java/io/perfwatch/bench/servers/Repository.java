package io.perfwatch.bench.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built repository that this runs from, as {@code ./perfwatch} says. */
public record Repository(Path root) {

    public static Repository current() {
        return new Repository(
                Path.of(System.getProperty("perfwatch.home", ".")).toAbsolutePath().normalize());
    }

    /**
     * @throws IOException if it is not built
     */
    Path file(String path) throws IOException {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new IOException("not built: " + path + "; run ./mvnw -DskipTests package");
        }
        return file;
    }
}
