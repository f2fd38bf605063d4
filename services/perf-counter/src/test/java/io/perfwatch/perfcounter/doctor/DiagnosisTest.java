package io.perfwatch.perfcounter.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.perfcounter.child.Counting;
import io.perfwatch.perfcounter.plan.EventList;
import io.perfwatch.perfcounter.plan.EventPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final Machine BARE_METAL =
            new Machine(Optional.of(2), true, true, false, false, true, false, false);
    private static final Counting COUNTING =
            new Counting(
                    new EventPlan(EventList.parse("{cycles,instructions},task-clock"), false),
                    true,
                    Map.of("counters[slots]", "unknown to perf on this machine"));

    @Test
    void allIsWell() {
        Diagnosis diagnosis = well(BARE_METAL);

        assertThat(diagnosis.isWell()).isTrue();
        assertThat(diagnosis.findings())
                .allSatisfy(finding -> assertThat(finding.fix()).isEmpty())
                .extracting(Finding::text)
                .containsExactly(
                        "perf version 6.1",
                        "perf_event_paranoid 2, uid 0 with CAP_PERFMON: the whole host may be counted",
                        "this CPU's counters have a driver",
                        "{cycles,instructions},task-clock",
                        "counters[slots]: unknown to perf on this machine");
    }

    @Test
    void perfMissing() {
        Diagnosis diagnosis =
                new Diagnosis(BARE_METAL, Optional.empty(), Optional.empty(), "perf is not here");

        assertThat(diagnosis.isWell()).isFalse();
        assertThat(fixes(diagnosis)).singleElement().asString().contains("apt install linux-perf");
    }

    @Test
    void capabilityMissing() {
        Machine machine = new Machine(Optional.of(2), false, false, true, true, true, false, false);

        assertThat(fixes(refused(machine)))
                .singleElement()
                .asString()
                .contains("--cap-add PERFMON", "perf_event_paranoid=0", "no-new-privileges");
    }

    @Test
    void levelThatRefusesTheCapability() {
        Machine machine = new Machine(Optional.of(3), true, true, true, true, true, false, false);

        assertThat(fixes(refused(machine)))
                .singleElement()
                .asString()
                .contains("perf_event_paranoid=2")
                .doesNotContain("seccomp");
        assertThat(fixes(well(machine))).isEmpty();
    }

    @Test
    void paranoidLevelOfZeroIsEnough() {
        Machine machine =
                new Machine(Optional.of(0), false, false, true, false, true, false, false);

        assertThat(fixes(well(machine))).isEmpty();
    }

    @Test
    void kernelWithoutPerfEvents() {
        Machine machine =
                new Machine(Optional.empty(), true, true, false, false, true, false, false);

        assertThat(fixes(refused(machine)))
                .singleElement()
                .asString()
                .contains("CONFIG_PERF_EVENTS");
    }

    @Test
    void seccomp() {
        Machine machine = new Machine(Optional.of(2), true, true, false, true, true, false, false);

        assertThat(fixes(refused(machine))).singleElement().asString().contains("perf_event_open");
    }

    @Test
    void systemCallThatIsNotThere_isNoMatterOfSeccomp() {
        Machine machine = new Machine(Optional.of(2), true, true, false, true, true, false, false);

        assertThat(fixes(refused(machine, "syscall failed: Function not implemented"))).isEmpty();
    }

    @Test
    void virtualMachineWithoutPmu() {
        Machine machine = new Machine(Optional.of(2), true, true, false, false, false, true, false);

        assertThat(fixes(well(machine))).singleElement().asString().contains("pmu=on");
    }

    @Test
    void nmiWatchdog() {
        Machine machine = new Machine(Optional.of(2), true, true, false, false, true, false, true);

        assertThat(fixes(well(machine))).singleElement().asString().contains("nmi_watchdog=0");
    }

    private static Diagnosis well(Machine machine) {
        return new Diagnosis(machine, Optional.of("perf version 6.1"), Optional.of(COUNTING), "");
    }

    private static Diagnosis refused(Machine machine) {
        return refused(machine, "it was refused");
    }

    private static Diagnosis refused(Machine machine, String why) {
        return new Diagnosis(machine, Optional.of("perf version 6.1"), Optional.empty(), why);
    }

    private static List<String> fixes(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .map(Finding::fix)
                .filter(fix -> !fix.isEmpty())
                .toList();
    }
}
