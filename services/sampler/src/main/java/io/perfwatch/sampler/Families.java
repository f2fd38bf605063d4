package io.perfwatch.sampler;

import io.perfwatch.sampler.cpu.CpuSampler;
import io.perfwatch.sampler.memory.MemorySampler;
import io.perfwatch.sampling.FamilySampler;
import io.perfwatch.sampling.FamilySchedule;
import io.perfwatch.sampling.HostRoot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every family that the sampler knows. */
final class Families {
    private static final Duration SECOND = Duration.ofSeconds(1);

    static final Map<String, Duration> DEFAULT_INTERVALS = Map.of("cpu", SECOND, "memory", SECOND);

    private Families() {}

    static Duration defaultInterval(String family) {
        return Objects.requireNonNull(DEFAULT_INTERVALS.get(family), family);
    }

    static List<FamilySampler> all(SamplerProperties properties) {
        HostRoot root = new HostRoot(Path.of(properties.rootPath()));
        return List.of(new CpuSampler(root), new MemorySampler(root));
    }

    /** Those that are not disabled, each with its interval. */
    static List<FamilySchedule> schedules(SamplerProperties properties) {
        return all(properties).stream()
                .filter(s -> !properties.disabledFamilies().contains(s.family()))
                .map(s -> new FamilySchedule(s, properties.interval(s.family())))
                .toList();
    }
}
