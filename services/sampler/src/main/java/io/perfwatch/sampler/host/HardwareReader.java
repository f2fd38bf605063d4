package io.perfwatch.sampler.host;

import io.perfwatch.metric.HostEvent.Disk;
import io.perfwatch.metric.HostEvent.Hardware;
import io.perfwatch.metric.HostEvent.Interface;
import io.perfwatch.sampler.disk.WholeDisks;
import io.perfwatch.sampler.network.NetworkSampler;
import io.perfwatch.sampler.source.Directories;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the host is made of, from {@code /proc/cpuinfo}, {@code /proc/meminfo} and {@code /sys}. */
public final class HardwareReader {
    private static final Logger log = LoggerFactory.getLogger(HardwareReader.class);
    private static final Fields MEMINFO = new Fields(List.of("MemTotal"));

    private final HostRoot root;

    public HardwareReader(HostRoot root) {
        this.root = root;
    }

    /** Absent if there is no {@code cpuinfo} or {@code meminfo}. */
    public @Nullable Hardware read() {
        try {
            return all();
        } catch (IOException e) {
            log.debug("no hardware in the inventory", e);
            return null;
        }
    }

    private Hardware all() throws IOException {
        CpuInfo cpus = CpuInfo.from(new KernelFile(root.proc("cpuinfo")).read());
        boolean isWhole = cpus.sockets() > 0 && cpus.cores() > 0;
        Topology topology =
                isWhole ? new Topology(cpus.sockets(), cpus.cores()) : Topology.of(root);
        long kibibytes = MEMINFO.read(new KernelFile(root.proc("meminfo")).read()).get(0);
        return new Hardware(
                cpus.model(),
                positive(topology.sockets()),
                positive(topology.cores()),
                positive(cpus.threads()),
                kibibytes == Fields.ABSENT ? null : kibibytes * 1024,
                Caches.of(root),
                disks(),
                interfaces());
    }

    private List<Disk> disks() {
        WholeDisks whole = new WholeDisks(root);
        return Directories.names(root.sys("block")).stream()
                .filter(whole::contains)
                .map(this::disk)
                .toList();
    }

    private Disk disk(String name) {
        Path directory = root.sys("block/" + name);
        long sectors = KernelFile.numberOf(directory.resolve("size"), 0);
        long turns = KernelFile.numberOf(directory.resolve("queue/rotational"), -1);
        String model = KernelFile.lineOf(directory.resolve("device/model"), "");
        return new Disk(
                name,
                model.isEmpty() ? null : model,
                sectors > 0 ? sectors * 512 : null,
                turns < 0 ? null : turns == 1);
    }

    private List<Interface> interfaces() {
        return Directories.names(root.sys("class/net")).stream()
                .filter(NetworkSampler::isShown)
                .map(this::networkInterface)
                .toList();
    }

    private Interface networkInterface(String name) {
        Path directory = root.sys("class/net/" + name);
        long mtu = KernelFile.numberOf(directory.resolve("mtu"), 0);
        return new Interface(name, driver(directory), mtu > 0 ? mtu : null);
    }

    private static @Nullable String driver(Path directory) {
        try {
            return directory.resolve("device/driver").toRealPath().getFileName().toString();
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Integer positive(int count) {
        return count > 0 ? count : null;
    }
}
