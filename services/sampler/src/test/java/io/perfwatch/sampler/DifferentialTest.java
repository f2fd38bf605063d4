package io.perfwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Cpu;
import io.perfwatch.metric.Disk;
import io.perfwatch.metric.Disks;
import io.perfwatch.metric.Family;
import io.perfwatch.metric.Filesystem;
import io.perfwatch.metric.Filesystems;
import io.perfwatch.metric.Memory;
import io.perfwatch.metric.NetworkInterface;
import io.perfwatch.metric.Networks;
import io.perfwatch.metric.Processes;
import io.perfwatch.metric.Sockets;
import io.perfwatch.metric.Tcp;
import io.perfwatch.sampling.FamilySampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** This machine, as the sampler sees it and as others do: vmstat, df, ss, ps, /proc read here. */
@EnabledOnOs(OS.LINUX)
class DifferentialTest {
    private static final long KIBIBYTE = 1024;

    private static FamilySampler sampler(String family) {
        SamplerProperties properties = SamplerPropertiesTest.bind(Map.of());
        return Objects.requireNonNull(Families.samplers(properties).get(family)).get();
    }

    private static <F extends Family> Bracket<F> around(
            String family, Class<F> type, Bracket.IndependentReader other) throws IOException {
        return Bracket.around(sampler(family), type, other);
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file));
    }

    private static Map<String, Long> vmstat() throws IOException {
        return Program.run("vmstat", "-s").numbersBeforeNames();
    }

    @Test
    void cpu_countsWhatVmstatCounts() throws IOException {
        Bracket<Cpu> seen = around("cpu", Cpu.class, DifferentialTest::vmstat);
        Cpu cpu = seen.sample();
        seen.agrees("CPU context switches", cpu.contextSwitchesPerSecond(), 1);
        seen.agrees("interrupts", cpu.interruptsPerSecond(), 1);
        seen.agrees("forks", cpu.forksPerSecond(), 1);
    }

    @Test
    void cpu_dividesTimeAsTheTestDoes() throws IOException {
        Bracket<Cpu> seen = around("cpu", Cpu.class, DifferentialTest::ticks);
        double all = seen.atLeast("all");
        double most = seen.atMost("all");
        Cpu cpu = seen.sample();
        for (var part : Map.of("user", cpu.userRatio(), "system", cpu.systemRatio()).entrySet()) {
            assertThat(part.getValue())
                    .as(part.getKey())
                    .isBetween(
                            (seen.atLeast(part.getKey()) - 2) / most,
                            (seen.atMost(part.getKey()) + 2) / all);
        }
    }

    private static Map<String, Long> ticks() throws IOException {
        String[] columns = lines("/proc/stat").getFirst().split(" +", -1);
        long all = Arrays.stream(columns).skip(1).limit(8).mapToLong(Long::parseLong).sum();
        return Map.of(
                "all", all, "user", Long.valueOf(columns[1]), "system", Long.valueOf(columns[3]));
    }

    @Test
    void memory_isWhatVmstatSays() throws IOException {
        Bracket<Memory> seen = around("memory", Memory.class, DifferentialTest::vmstat);
        Memory memory = seen.sample();
        long total = Bracket.at(seen.afterSecond(), "K total memory");
        assertThat(memory.totalBytes()).isEqualTo(total * KIBIBYTE);
        seen.isNear("K buffer memory", kibibytes(memory.buffersBytes()), total / 20);
        seen.isNear("K free memory", kibibytes(memory.freeBytes()), total / 20);
        seen.agrees("K paged in", memory.pageInBytesPerSecond(), KIBIBYTE);
        seen.agrees("K paged out", memory.pageOutBytesPerSecond(), KIBIBYTE);
    }

    private static long kibibytes(@Nullable Long bytes) {
        return Objects.requireNonNull(bytes) / KIBIBYTE;
    }

    @Test
    void disks_countWhatTheTestReads() throws IOException {
        Bracket<Disks> seen = around("disks", Disks.class, DifferentialTest::blockDevices);
        assertThat(seen.sample().devices()).isNotEmpty();
        seen.sample().devices().forEach((name, disk) -> agrees(seen, name, disk));
    }

    private static void agrees(Bracket<Disks> seen, String name, Disk disk) {
        seen.agrees(name + " reads", disk.readsPerSecond(), 1);
        seen.agrees(name + " writes", disk.writesPerSecond(), 1);
        seen.agrees(name + " sectors read", disk.readBytesPerSecond(), 512);
        seen.agrees(name + " sectors written", disk.writtenBytesPerSecond(), 512);
    }

    /** Another file than the sampler's: a {@code stat} for each device. */
    private static Map<String, Long> blockDevices() throws IOException {
        Map<String, Long> counts = new HashMap<>();
        try (var devices = Files.list(Path.of("/sys/block"))) {
            for (Path device : devices.toList()) {
                String[] columns = Files.readString(device.resolve("stat")).strip().split(" +", -1);
                String name = device.getFileName().toString();
                counts.put(name + " reads", Long.valueOf(columns[0]));
                counts.put(name + " sectors read", Long.valueOf(columns[2]));
                counts.put(name + " writes", Long.valueOf(columns[4]));
                counts.put(name + " sectors written", Long.valueOf(columns[6]));
            }
        }
        return counts;
    }

    @Test
    void networks_countWhatSysCounts() throws IOException {
        Bracket<Networks> seen = around("networks", Networks.class, DifferentialTest::statistics);
        assertThat(seen.sample().interfaces()).containsKey("lo");
        seen.sample().interfaces().forEach((name, device) -> agrees(seen, name, device));
    }

    private static void agrees(Bracket<Networks> seen, String name, NetworkInterface device) {
        seen.agrees(name + "/rx_bytes", device.receivedBytesPerSecond(), 1);
        seen.agrees(name + "/tx_packets", device.sentPacketsPerSecond(), 1);
        seen.agrees(name + "/rx_dropped", device.receiveDropsPerSecond(), 1);
    }

    private static Map<String, Long> statistics() throws IOException {
        Map<String, Long> counts = new HashMap<>();
        try (var devices = Files.list(Path.of("/sys/class/net"))) {
            for (Path device : devices.filter(Files::isDirectory).toList()) {
                for (String name : List.of("rx_bytes", "tx_packets", "rx_dropped")) {
                    counts.put(
                            device.getFileName() + "/" + name,
                            Long.valueOf(
                                    Files.readString(device.resolve("statistics/" + name))
                                            .strip()));
                }
            }
        }
        return counts;
    }

    /** Connections come and go between two looks: this holds the order of magnitude. */
    @Test
    void tcp_knowsAboutAsManyConnectionsAsSs() throws IOException {
        Bracket<Tcp> seen =
                around(
                        "tcp",
                        Tcp.class,
                        () -> {
                            Program ss = Program.run("ss", "-s");
                            return Map.of(
                                    "estab", ss.after("estab"), "timewait", ss.after("timewait"));
                        });
        seen.isNear("estab", seen.sample().establishedConnections(), 50);
        seen.isNear("timewait", seen.sample().timeWaitConnections(), 200);
    }

    @Test
    void sockets_areAboutAsManyAsSsSays() throws IOException {
        Bracket<Sockets> seen =
                around(
                        "sockets",
                        Sockets.class,
                        () -> Map.of("used", Program.run("ss", "-s").after("Total")));
        seen.isNear("used", seen.sample().used(), 200);
    }

    @Test
    void filesystem_isAsLargeAsDfSays() throws IOException {
        Bracket<Filesystems> seen =
                around("filesystems", Filesystems.class, DifferentialTest::rootFilesystem);
        Filesystem root = Objects.requireNonNull(seen.sample().mounts().get("/"));
        assertThat(root.sizeBytes()).isEqualTo(seen.afterSecond().get("size"));
        seen.isNear("used", root.usedBytes(), 1 << 30);
        seen.isNear("available", root.availableBytes(), 1 << 30);
    }

    private static Map<String, Long> rootFilesystem() throws IOException {
        String[] columns =
                Program.run("df", "-B1", "--output=size,used,avail", "/")
                        .lines()
                        .getLast()
                        .strip()
                        .split(" +", -1);
        return Map.of(
                "size", Long.valueOf(columns[0]),
                "used", Long.valueOf(columns[1]),
                "available", Long.valueOf(columns[2]));
    }

    @Test
    void processes_areAboutAsManyAsPsSays() throws IOException {
        Bracket<Processes> seen =
                around(
                        "processes",
                        Processes.class,
                        () -> Map.of("all", (long) Program.run("ps", "-e").lines().size()));
        seen.isNear("all", seen.sample().total(), 100);
    }
}
