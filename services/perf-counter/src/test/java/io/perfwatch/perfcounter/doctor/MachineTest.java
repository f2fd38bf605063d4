package io.perfwatch.perfcounter.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {
    @TempDir private Path root;

    @Test
    void read_takesWhatProcAndSysSay() throws IOException {
        write("proc/sys/kernel/perf_event_paranoid", "-1\n");
        write("proc/sys/kernel/nmi_watchdog", "1\n");
        write("proc/cpuinfo", "flags\t\t: fpu hypervisor lahf_lm\n");
        write("sys/bus/event_source/devices/cpu_core/type", "4\n");
        write("proc/self/status", status(0, "0000004000000000", "0000000000000000"));

        assertThat(Machine.read(root))
                .isEqualTo(new Machine(Optional.of(-1), true, true, true, true, true, true, true));
    }

    @Test
    void read_takesOnlyAmbientCapabilitiesOfAnotherUid() throws IOException {
        write("proc/self/status", status(1000, "0000004000000000", "0000000000000000"));
        assertThat(Machine.read(root).mayMonitor()).isFalse();

        write("proc/self/status", status(1000, "0000004000000000", "0000004000000000"));
        assertThat(Machine.read(root).mayMonitor()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"armv8_pmuv3_0", "armv8_cortex_a72", "apple_firestorm_pmu"})
    void read_knowsTheCountersOfArm(String pmu) throws IOException {
        write("proc/cpuinfo", "Features\t: fp asimd\nCPU part\t: 0xd0c\n");
        write("sys/bus/event_source/devices/software/type", "1\n");
        assertThat(Machine.read(root).pmu()).isFalse();
        assertThat(Machine.read(root).virtualMachine()).isFalse();

        write("sys/bus/event_source/devices/" + pmu + "/type", "8\n");
        write("sys/class/dmi/id/sys_vendor", "QEMU\n");
        assertThat(Machine.read(root).pmu()).isTrue();
        assertThat(Machine.read(root).virtualMachine()).isTrue();
    }

    @Test
    void read_findsNothingWhereThereIsNothing() {
        assertThat(Machine.read(root))
                .isEqualTo(
                        new Machine(
                                Optional.empty(), false, false, false, false, false, false, false));
    }

    private static String status(int uid, String effective, String ambient) {
        return "Name:\tjava\nUid:\t%1$d\t%1$d\t%1$d\t%1$d\nCapEff:\t%2$s\nCapAmb:\t%3$s\n"
                        .formatted(uid, effective, ambient)
                + "NoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t1\n";
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
