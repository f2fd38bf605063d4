package io.perfwatch.perfcounter.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.perfcounter.plan.EventPlan;
import io.perfwatch.perfcounter.plan.Profile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a perf that knows this or that. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake perf is a shell script")
class PerfProbeTest {
    @TempDir private Path folder;

    /** As perf 7.2 on ARM: it has an event of that name, and top-down as a metric only. */
    @Test
    void slotsWithoutIntelsEvents_areLeftForPerfsOwnMetric() throws Exception {
        EventPlan plan =
                planOf(
                        """
                        case "$*" in
                          *topdown-*|*msr/*) exit 129 ;;
                          *TopdownL1*)
                            echo '{"metric-value" : "12.5", "metric-unit" : "percent of slots  retiring"}' ;;
                          *) for event in $(echo "$events" | tr -d '{}' | tr , ' '); do line 0.1 $event 5; done ;;
                        esac
                        """);

        assertThat(plan.topDownMetric()).isTrue();
        assertThat(plan.events()).contains("cycles").doesNotContain("slots");
    }

    @Test
    void slotsWithIntelsEvents_areCountedInOneGroup() throws Exception {
        EventPlan plan =
                planOf(
                        """
                        for event in $(echo "$events" | tr -d '{}' | tr , ' '); do line 0.1 $event 5; done
                        """);

        assertThat(plan.topDownMetric()).isFalse();
        assertThat(plan.eventArgument())
                .contains(
                        "{slots,topdown-retiring,topdown-bad-spec,topdown-fe-bound,topdown-be-bound}");
    }

    /** As perf 7.2 for ARM on a kernel that does not have the system call. */
    @Test
    void refusal_isTheLineThatSaysWhy() {
        String errors =
                """
                cat >&2 <<EOF
                failed to get cpuid string for CPU -1
                Error:
                No supported events found.
                The sys_perf_event_open() syscall failed for event (task-clock): Function not implemented
                EOF
                exit 1
                """;

        assertThatThrownBy(() -> planOf(errors))
                .isInstanceOf(PerfUnavailableException.class)
                .hasMessage(
                        "perf failed: The sys_perf_event_open() syscall failed for event"
                                + " (task-clock): Function not implemented");
    }

    private EventPlan planOf(String probe)
            throws IOException, PerfUnavailableException, InterruptedException {
        FakePerf perf = FakePerf.in(folder).probe(probe);
        Profile wide = Profile.WIDE;
        return PerfProbe.ask(new Perf(perf.program()), wide.choices(), wide.topDown()).plan();
    }
}
