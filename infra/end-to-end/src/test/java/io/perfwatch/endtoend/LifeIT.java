package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** One system, started and stopped, and ended in ways that nobody asked for. */
@Order(3)
@ExtendWith(SharedPerfWatch.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LifeIT {

    private static final String SAMPLES = "perfwatch.system.v1";

    private final PerfWatch perfwatch;

    LifeIT(PerfWatch perfwatch) {
        this.perfwatch = perfwatch;
    }

    @Test
    @Order(1)
    void up_isBoundToLoopbackAndSaysWhenItRunsAlready() {
        Script.Result again = perfwatch.runUp();
        assertThat(again.exit()).isZero();
        assertThat(again.output()).contains("already runs", perfwatch.dashboard().toString());
        assertThat(Listening.addressesBeyondLoopback(perfwatch.processes())).isEmpty();
        assertThat(perfwatch.run("status").exit()).isZero();
    }

    @Test
    @Order(2)
    void killedSupervisor_leavesNothingAndTheNextUpHasTheData()
            throws IOException, InterruptedException {
        long before = TopicReader.countWhenThereAre(perfwatch, SAMPLES, 3);
        List<ProcessHandle> all = perfwatch.processes();
        perfwatch.signal(perfwatch.process("supervisor"), "KILL");
        Waiting.patiently()
                .atMost(Duration.ofSeconds(15))
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        perfwatch.up();
        assertThat(TopicReader.count(perfwatch, SAMPLES)).isGreaterThanOrEqualTo(before);
    }

    @Test
    @Order(3)
    void down_stopsAllAndUpGoesOnWithTheData() {
        long before = TopicReader.countWhenThereAre(perfwatch, SAMPLES, 3);
        List<ProcessHandle> all = perfwatch.processes();
        perfwatch.close();
        assertThat(all).noneMatch(ProcessHandle::isAlive);
        perfwatch.up();
        assertThat(TopicReader.count(perfwatch, SAMPLES)).isGreaterThanOrEqualTo(before);
    }
}
