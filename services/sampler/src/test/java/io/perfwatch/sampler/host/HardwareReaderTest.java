package io.perfwatch.sampler.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.HostEvent.Cache;
import io.perfwatch.metric.HostEvent.Hardware;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareReaderTest {
    @TempDir private Path root;

    @BeforeEach
    void memory() throws IOException {
        write("proc/meminfo", "MemTotal:        1000 kB\n");
    }

    @Test
    void x86_saysItsModelSocketsAndCores() throws IOException {
        write("proc/cpuinfo", x86(0, 0, 0) + x86(1, 0, 0) + x86(2, 1, 0) + x86(3, 1, 0));
        topology(0, "7", "0");

        Hardware hardware = read();

        assertThat(hardware.cpuModel()).isEqualTo("Xeon");
        assertThat(hardware.sockets()).isEqualTo(2);
        assertThat(hardware.cores()).isEqualTo(2);
        assertThat(hardware.threads()).isEqualTo(4);
    }

    @Test
    void arm_isNamedByItsNumbers_andCountedBySys() throws IOException {
        write("proc/cpuinfo", arm(0, "0x41", "0xd0c") + arm(1, "0x41", "0xd0c"));
        topology(0, "36", "0");
        topology(1, "2460", "1");

        Hardware hardware = read();

        assertThat(hardware.cpuModel()).isEqualTo("Arm Neoverse-N1");
        assertThat(hardware.sockets()).isEqualTo(2);
        assertThat(hardware.cores()).isEqualTo(2);
        assertThat(hardware.threads()).isEqualTo(2);
    }

    @Test
    void armWithThreads_hasFewerCoresThanThreads() throws IOException {
        write("proc/cpuinfo", arm(0, "0x43", "0x0af") + arm(1, "0x43", "0x0af"));
        topology(0, "0", "0-1");
        topology(1, "0", "0-1");

        assertThat(read().cores()).isEqualTo(1);
        assertThat(read().sockets()).isEqualTo(1);
    }

    @Test
    void armOfTwoKinds_namesBoth() throws IOException {
        write(
                "proc/cpuinfo",
                arm(0, "0x41", "0xd03") + arm(1, "0x41", "0xd03") + arm(2, "0x41", "0xd08"));

        assertThat(read().cpuModel()).isEqualTo("Arm Cortex-A53 + Arm Cortex-A72");
    }

    @Test
    void armOfNoNameThatWeKnow_keepsItsNumbers() throws IOException {
        write("proc/cpuinfo", arm(0, "0x41", "0xfff"));
        assertThat(read().cpuModel()).isEqualTo("Arm 0xfff");

        write("proc/cpuinfo", arm(0, "0x99", "0xd0c"));
        assertThat(read().cpuModel()).isEqualTo("0x99 0xd0c");
    }

    /** A 32-bit kernel calls every core by its instruction set. */
    @Test
    void arm32_isNamedByItsNumbersToo() throws IOException {
        write(
                "proc/cpuinfo",
                """
                processor\t: 0
                model name\t: ARMv7 Processor rev 3 (v7l)
                CPU implementer\t: 0x41
                CPU part\t: 0xd08
                """);

        assertThat(read().cpuModel()).isEqualTo("Arm Cortex-A72");
    }

    @Test
    void unknownSocket_isAbsent() throws IOException {
        write("proc/cpuinfo", arm(0, "0x41", "0xd03"));
        topology(0, "-1", "0");

        assertThat(read().sockets()).isNull();
        assertThat(read().cores()).isEqualTo(1);
    }

    @Test
    void cachesWithoutSizes_areLeftOut() throws IOException {
        write("proc/cpuinfo", arm(0, "0x41", "0xd08"));
        cache(0, "1", "Data", "0");
        cache(1, "2", "Unified", "0-3");
        write("sys/devices/system/cpu/cpu0/cache/index1/size", "1024K\n");

        assertThat(read().caches()).containsExactly(new Cache("L2", 1 << 20, 1));
    }

    private Hardware read() {
        return Objects.requireNonNull(new HardwareReader(new HostRoot(root)).read());
    }

    private static String x86(int processor, int socket, int core) {
        return """
        processor\t: %d
        model name\t: Xeon
        physical id\t: %d
        core id\t\t: %d
        flags\t\t: fpu

        """
                .formatted(processor, socket, core);
    }

    private static String arm(int processor, String implementer, String part) {
        return """
        processor\t: %d
        BogoMIPS\t: 108.00
        Features\t: fp asimd evtstrm crc32 cpuid
        CPU implementer\t: %s
        CPU architecture: 8
        CPU variant\t: 0x0
        CPU part\t: %s
        CPU revision\t: 3

        """
                .formatted(processor, implementer, part);
    }

    private void topology(int cpu, String socket, String siblings) throws IOException {
        String directory = "sys/devices/system/cpu/cpu%d/topology/".formatted(cpu);
        write(directory + "physical_package_id", socket + "\n");
        write(directory + "thread_siblings_list", siblings + "\n");
    }

    private void cache(int index, String level, String type, String cpus) throws IOException {
        String directory = "sys/devices/system/cpu/cpu0/cache/index%d/".formatted(index);
        write(directory + "level", level + "\n");
        write(directory + "type", type + "\n");
        write(directory + "shared_cpu_list", cpus + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
