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
import io.perfwatch.sampling.FamilySchedule;
import io.perfwatch.sampling.HostRoot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Every family that the sampler knows: how often it is sampled, and by what. */
final class Families {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private record Known(Duration interval, Function<SamplerProperties, FamilySampler> sampler) {}

    private static final Map<String, Known> KNOWN = new LinkedHashMap<>();

    static {
        add("cpu", SECOND, p -> new CpuSampler(root(p)));
        add("load", SECOND, p -> new LoadSampler(root(p)));
        add("pressure", SECOND, p -> new PressureSampler(root(p)));
        add("memory", SECOND, p -> new MemorySampler(root(p)));
        add("disks", SECOND, p -> new DiskSampler(root(p)));
        add("filesystems", TEN_SECONDS, p -> new FilesystemSampler(root(p)));
        add("networks", SECOND, p -> new NetworkSampler(root(p)));
        add("tcp", SECOND, p -> new TcpSampler(root(p)));
        add("udp", SECOND, p -> new UdpSampler(root(p)));
        add("sockets", SECOND, p -> new SocketSampler(root(p)));
        add("cgroups", FIVE_SECONDS, p -> new CgroupSampler(root(p), p.topGroups()));
        add("sensors", TEN_SECONDS, p -> new SensorSampler(root(p)));
        add(
                "processes",
                FIVE_SECONDS,
                p -> new ProcessSampler(root(p), p.topProcesses(), p.commandLines()));
    }

    private Families() {}

    private static void add(
            String family, Duration interval, Function<SamplerProperties, FamilySampler> sampler) {
        KNOWN.put(family, new Known(interval, sampler));
    }

    private static HostRoot root(SamplerProperties properties) {
        return new HostRoot(Path.of(properties.rootPath()));
    }

    /** In the order in which they are sampled. */
    static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    static Duration defaultInterval(String family) {
        return Objects.requireNonNull(KNOWN.get(family), family).interval;
    }

    /** Those that are not disabled, each with its interval. */
    static List<FamilySchedule> schedules(SamplerProperties properties) {
        return KNOWN.entrySet().stream()
                .filter(f -> !properties.disabledFamilies().contains(f.getKey()))
                .map(f ->
                        new FamilySchedule(
                                f.getValue().sampler.apply(properties),
                                properties.interval(f.getKey())))
                .toList();
    }
}
