package io.perfwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir private Path directory;

    @Test
    void prepare_makesADirectoryForItsOwnerAlone() throws IOException {
        var data = new DataDirectory(directory.resolve("a/b"));
        data.prepare();
        data.prepare();
        for (Path path : new Path[] {data.path(), data.secrets(), data.run()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void prepare_refusesDataOfAnotherFormat() throws IOException {
        Files.writeString(directory.resolve("format"), "0\n");
        assertRefusal(directory, "holds data of format 0 and this PerfWatch reads format 1");
    }

    @Test
    void prepare_refusesWhatIsNotItsOwn() throws IOException {
        Files.writeString(directory.resolve("thesis.tex"), "years of work");
        assertRefusal(directory, "neither empty nor a PerfWatch data directory");
    }

    @Test
    void prepare_refusesWhatCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertRefusal(file.resolve("data"), "cannot write to the data directory");
    }

    private static void assertRefusal(Path path, String reason) {
        assertThatThrownBy(new DataDirectory(path)::prepare)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(path.toString());
    }
}
