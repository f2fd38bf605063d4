package io.perfwatch.sampler.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Filesystems;
import io.perfwatch.sampling.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real statvfs(3), and a mount in which it really hangs. */
@EnabledOnOs(OS.LINUX)
class DeadMountTest {
    @TempDir private Path point;
    @TempDir private Path host;

    @Test
    @Timeout(30)
    void deadMount_isNamedWhileTheOthersAreMeasured_andAskedAgainOnceItAnswers()
            throws IOException {
        try (DeadMount dead = new DeadMount(point)) {
            FilesystemSampler sampler = new FilesystemSampler(dead.hostRoot(host));
            sampler.sample(System.nanoTime());
            Outcome.Sampled hanging = sample(sampler);
            assertThat(reason(hanging)).isEqualTo("does not answer (is its server gone?)");
            assertThat(((Filesystems) hanging.family()).mounts()).isNotEmpty();

            dead.refuse();
            await().untilAsserted(() -> assertThat(reason(sample(sampler))).endsWith("failed"));
        }
    }

    private static Outcome.Sampled sample(FilesystemSampler sampler) throws IOException {
        return (Outcome.Sampled) sampler.sample(System.nanoTime());
    }

    private String reason(Outcome.Sampled sampled) {
        return sampled.unavailable().getOrDefault("filesystems[" + point + "]", "measured");
    }
}
