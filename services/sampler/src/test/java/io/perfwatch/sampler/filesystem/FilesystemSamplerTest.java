package io.perfwatch.sampler.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Filesystem;
import io.perfwatch.metric.Filesystems;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemSamplerTest {
    private static final String MOUNTS =
            """
            proc /proc proc rw 0 0
            /dev/vda / ext4 rw,relatime 0 0
            /dev/vda /var/lib/docker ext4 rw,relatime 0 0
            server:/export /mnt/my\\040share nfs4 ro,vers=4 0 0
            tmpfs /run tmpfs rw 0 0
            """;
    private static final Space SPACE = new Space(1000, 400, 300, 100L, 90L);

    @TempDir Path directory;

    @BeforeEach
    void mounts() throws IOException {
        Files.createDirectories(directory.resolve("proc/1"));
        Files.writeString(directory.resolve("proc/1/mounts"), MOUNTS);
    }

    @Test
    void mounts_areThoseWithDataOnceEach() {
        assertThat(Mount.parse(Text.of(MOUNTS)))
                .containsExactly(
                        new Mount("/dev/vda", "/", "ext4", false),
                        new Mount("server:/export", "/mnt/my share", "nfs4", true));
    }

    @Test
    void deadServer_takesNothingWithItAndIsNotAskedTwice() throws IOException {
        CountDownLatch dead = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        SpaceSource source =
                path -> {
                    if (path.endsWith("my share")) {
                        asked.incrementAndGet();
                        awaitQuietly(dead);
                    }
                    return SPACE;
                };
        var sampler = new FilesystemSampler(new HostRoot(directory), source, Duration.ofMillis(50));
        sampler.sample(0);
        for (int second = 1; second < 4; second++) {
            Outcome outcome = sampler.sample(second * 1_000_000_000L);
            assertThat(outcome)
                    .isEqualTo(
                            new Outcome.Sampled(
                                    new Filesystems(1, Map.of("/", root())),
                                    Map.of(
                                            "filesystems[/mnt/my share]",
                                            "does not answer (is its server gone?)")));
        }
        assertThat(asked).hasValue(1);
        dead.countDown();
    }

    private static Filesystem root() {
        return new Filesystem("ext4", "/dev/vda", false, 1000L, 600L, 300L, 0.6667, 100L, 10L);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void statVfs_agreesWithJavasOwnFileStore() throws IOException {
        Space space = new StatVfs().read(directory);
        assertThat(space.sizeBytes()).isEqualTo(Files.getFileStore(directory).getTotalSpace());
        assertThat(space.inodes()).isPositive();
    }
}
