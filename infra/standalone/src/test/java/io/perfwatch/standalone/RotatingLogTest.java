package io.perfwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

    @TempDir private Path directory;

    @Test
    void write_keepsTheNewestAndOneBefore() throws IOException {
        Path file = directory.resolve("x.log");
        try (var log = new RotatingLog(file, 8)) {
            for (String text : new String[] {"first.", "second", "third."}) {
                log.write(text.getBytes(UTF_8), 6);
            }
        }
        assertThat(file).hasContent("third.");
        assertThat(directory.resolve("x.log.1")).hasContent("second");
    }

    @Test
    void write_goesOnWithWhatIsThere() throws IOException {
        Path file = directory.resolve("x.log");
        Files.writeString(file, "before ");
        try (var log = new RotatingLog(file, 100)) {
            log.write("after".getBytes(UTF_8), 5);
        }
        assertThat(file).hasContent("before after");
    }
}
