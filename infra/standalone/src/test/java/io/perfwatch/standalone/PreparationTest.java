package io.perfwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {

    @TempDir private Path root;

    /** The training fails, for what should run it is no program. */
    @Test
    void failedTraining_leavesNoStartUpCaches() throws Exception {
        Home home = new Home(root);
        Files.createDirectories(home.cache());
        Files.writeString(home.standaloneJar(), "no jar");
        for (String half : new String[] {"kafka.aot", "kafka.aot.config", "sampler.aot"}) {
            Files.writeString(home.cache().resolve(half), "half a cache");
        }
        var said = new ByteArrayOutputStream();

        new Preparation(home, new PrintStream(said, true, UTF_8)).train();

        assertThat(said.toString(UTF_8)).contains("no start-up caches could be made");
        assertThat(home.cache().toFile().list())
                .contains("prepare.log")
                .noneMatch(name -> name.contains(".aot"));
    }
}
