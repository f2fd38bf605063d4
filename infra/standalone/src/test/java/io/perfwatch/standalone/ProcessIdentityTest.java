package io.perfwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

    @TempDir private Path directory;

    private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());

    @Test
    void find_knowsTheProcessAgain() throws IOException {
        Path file = directory.resolve("self.pid");
        self.write(file);
        assertThat(ProcessIdentity.read(file).orElseThrow().find())
                .hasValue(ProcessHandle.current());
    }

    @Test
    void find_takesNoOtherProcessOfThatNumber() {
        assertThat(new ProcessIdentity(self.pid(), self.start() - 60_000).find()).isEmpty();
    }

    @Test
    void read_takesAHalfWrittenFileForNone() {
        assertThat(ProcessIdentity.read(directory.resolve("none"))).isEmpty();
    }
}
