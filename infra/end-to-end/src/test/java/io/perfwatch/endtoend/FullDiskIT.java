package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full, which only root can make: a small one, and a file that fills it. */
@Tag("full")
class FullDiskIT {
    private static final String SIZE = "size=700m";
    private static final String SYSTEM = "perfwatch.system.v1";
    private static final Duration FULL = Duration.ofSeconds(40);

    @Test
    void aFullDisk_stopsLoudly_andNothingIsLostOnceThereIsRoom(@TempDir Path disk)
            throws IOException, InterruptedException, SQLException {
        assumeTrue(System.getProperty("user.name").equals("root"), "mounts a file system");
        run("mount", "-t", "tmpfs", "-o", SIZE, "perfwatch-test", disk.toString());
        try (PerfWatch perfwatch = new PerfWatch(disk.resolve("data"))) {
            perfwatch.up();
            TopicReader.countWhenThereAre(perfwatch, SYSTEM, 3);
            Path filler = disk.resolve("filler");
            fill(filler);
            Waiting.patiently().until(() -> perfwatch.logs().contains("No space left on device"));
            Waiting.pass(FULL);
            Files.delete(filler);
            Instant roomAgain = Instant.now();
            awaitHealed(perfwatch);
            assertStored(perfwatch, roomAgain);
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    private static void awaitHealed(PerfWatch perfwatch) {
        for (String process : List.of("kafka", "postgresql", "persister", "sampler", "gateway")) {
            Waiting.patiently().until(() -> perfwatch.row(process).contains(" up "));
        }
    }

    /** All that was sampled until a while after it: without a gap, without a double. */
    private static void assertStored(PerfWatch perfwatch, Instant roomAgain) throws SQLException {
        Instant until = roomAgain.plusSeconds(5);
        List<Sample> published =
                Waiting.patiently()
                        .ignoreExceptions()
                        .until(
                                () -> Sample.published(perfwatch, SYSTEM, "cpu"),
                                samples -> samples.getLast().time().isAfter(until));
        Runs.of(Sample.published(perfwatch, SYSTEM)).assertContiguous();
        List<Sample> due = published.stream().filter(s -> s.time().isBefore(until)).toList();
        List<Sample> stored =
                Waiting.patiently()
                        .ignoreExceptions()
                        .until(
                                () -> Stored.samples(perfwatch, SYSTEM, "cpu"),
                                samples -> new HashSet<>(samples).containsAll(due));
        assertThat(stored).doesNotHaveDuplicates();
    }

    private static void fill(Path filler) throws IOException {
        byte[] zeros = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(zeros);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
