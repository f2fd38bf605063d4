package io.perfwatch.sampler;

import io.perfwatch.sampler.cgroup.CgroupSampler;
import io.perfwatch.sampler.cpu.CpuSampler;
import io.perfwatch.sampler.disk.DiskSampler;
import io.perfwatch.sampler.filesystem.FilesystemSampler;
import io.perfwatch.sampler.load.LoadSampler;
import io.perfwatch.sampler.memory.MemorySampler;
import io.perfwatch.sampler.network.NetworkSampler;
import io.perfwatch.sampler.network.SocketSampler;
import io.perfwatch.sampler.network.TcpSampler;
import io.perfwatch.sampler.network.UdpSampler;
import io.perfwatch.sampler.pressure.PressureSampler;
import io.perfwatch.sampler.process.ProcessSampler;
import io.perfwatch.sampler.sensor.SensorSampler;
import io.perfwatch.sampling.FamilySampler;
import io.perfwatch.sampling.HostRoot;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** What measures each family on Linux: files of the kernel. */
record KernelFamilies(SamplerProperties properties) {

    Map<String, Supplier<FamilySampler>> samplers() {
        HostRoot root = new HostRoot(Path.of(properties.rootPath()));
        return Map.ofEntries(
                Map.entry("cpu", () -> new CpuSampler(root)),
                Map.entry("load", () -> new LoadSampler(root)),
                Map.entry("pressure", () -> new PressureSampler(root)),
                Map.entry("memory", () -> new MemorySampler(root)),
                Map.entry("disks", () -> new DiskSampler(root)),
                Map.entry("filesystems", () -> new FilesystemSampler(root)),
                Map.entry("networks", () -> new NetworkSampler(root)),
                Map.entry("tcp", () -> new TcpSampler(root)),
                Map.entry("udp", () -> new UdpSampler(root)),
                Map.entry("sockets", () -> new SocketSampler(root)),
                Map.entry("cgroups", () -> new CgroupSampler(root, properties.topGroups())),
                Map.entry("sensors", () -> new SensorSampler(root)),
                Map.entry("processes", () -> processes(root)));
    }

    private FamilySampler processes(HostRoot root) {
        return new ProcessSampler(root, properties.topProcesses(), properties.commandLines());
    }
}
