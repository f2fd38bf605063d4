package io.perfwatch.sampler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A host's {@code proc}, {@code sys} and {@code root} out of one text: {@code === path} begins a
 * file, {@code \0} is a zero. {@code NAME.0.txt} is the host at one moment, {@code NAME.1.txt} what
 * is different a second later.
 */
public record FixtureRoot(Path directory, String name) {
    private static final String BEGIN = "=== ";

    /** The host at its first moment, below {@code directory}. */
    public static FixtureRoot at(Path directory, String name) throws IOException {
        FixtureRoot fixture = new FixtureRoot(directory, name);
        fixture.first();
        return fixture;
    }

    /** As it was at first. */
    void first() throws IOException {
        write(0);
    }

    public HostRoot root() {
        return new HostRoot(directory);
    }

    /**
     * Lets the second pass. Files are written over, as the kernel's files are: same file, new text.
     */
    public void next() throws IOException {
        write(1);
    }

    private void write(int moment) throws IOException {
        String resource = "/fixtures/%s.%d.txt".formatted(name, moment);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(resource))) {
            String all = new String(in.readAllBytes(), UTF_8);
            for (String part : ("\n" + all).split("\n" + BEGIN, -1)) {
                if (!part.isBlank()) {
                    file(part);
                }
            }
        }
    }

    private void file(String part) throws IOException {
        int end = part.indexOf('\n');
        Path path = directory.resolve(end < 0 ? part : part.substring(0, end));
        String text = end < 0 ? "" : part.substring(end + 1).replace("\\0", "\0");
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
    }
}
