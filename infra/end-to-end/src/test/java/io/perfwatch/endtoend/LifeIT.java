package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, and ending in ways that nobody asked for. */
@Tag("full")
class LifeIT {

    @TempDir private Path directory;

    @Test
    void up_isBoundToLoopbackAndSaysWhenItRunsAlready() {
        try (var perfwatch = new PerfWatch(directory).up()) {
            Script.Result again = perfwatch.runUp();
            assertThat(again.exit()).isZero();
            assertThat(again.output()).contains("already runs", perfwatch.dashboard().toString());
            assertThat(Listening.addressesBeyondLoopback(perfwatch.processes())).isEmpty();
            assertThat(perfwatch.run("status").exit()).isZero();
        }
    }

    @Test
    void killedSupervisor_leavesNothingAndTheNextUpHasTheData()
            throws IOException, InterruptedException {
        try (var perfwatch = new PerfWatch(directory).up()) {
            long before = TopicReader.countWhenThereAre(perfwatch, "perfwatch.system.v1", 3);
            List<ProcessHandle> all = perfwatch.processes();
            perfwatch.signal(perfwatch.process("supervisor"), "KILL");
            Waiting.patiently()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
            perfwatch.up();
            assertThat(TopicReader.count(perfwatch, "perfwatch.system.v1"))
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void down_stopsAllAndUpGoesOnWithTheData() {
        var perfwatch = new PerfWatch(directory).up();
        long before = TopicReader.countWhenThereAre(perfwatch, "perfwatch.system.v1", 3);
        List<ProcessHandle> all = perfwatch.processes();
        perfwatch.close();
        assertThat(all).noneMatch(ProcessHandle::isAlive);
        try (var again = perfwatch.up()) {
            assertThat(TopicReader.count(again, "perfwatch.system.v1"))
                    .isGreaterThanOrEqualTo(before);
        }
    }
}
