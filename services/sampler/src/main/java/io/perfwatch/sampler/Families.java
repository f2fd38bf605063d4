package io.perfwatch.sampler;

import io.perfwatch.sampling.FamilySampler;
import io.perfwatch.sampling.FamilySchedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Every family that the sampler knows, and how often it is sampled. */
final class Families {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private static final Map<String, Duration> INTERVALS = new LinkedHashMap<>();

    static {
        INTERVALS.put("cpu", SECOND);
        INTERVALS.put("load", SECOND);
        INTERVALS.put("pressure", SECOND);
        INTERVALS.put("memory", SECOND);
        INTERVALS.put("disks", SECOND);
        INTERVALS.put("filesystems", TEN_SECONDS);
        INTERVALS.put("networks", SECOND);
        INTERVALS.put("tcp", SECOND);
        INTERVALS.put("udp", SECOND);
        INTERVALS.put("sockets", SECOND);
        INTERVALS.put("cgroups", FIVE_SECONDS);
        INTERVALS.put("sensors", TEN_SECONDS);
        INTERVALS.put("processes", FIVE_SECONDS);
    }

    private Families() {}

    /** In the order in which they are sampled. */
    static List<String> names() {
        return List.copyOf(INTERVALS.keySet());
    }

    static Duration defaultInterval(String family) {
        return Objects.requireNonNull(INTERVALS.get(family), family);
    }

    /** What measures each of them. */
    static Map<String, Supplier<FamilySampler>> samplers(SamplerProperties properties) {
        return properties.source().isOshi()
                ? new OshiFamilies(properties).samplers()
                : new KernelFamilies(properties).samplers();
    }

    /** Those that are not disabled, each with its interval. */
    static List<FamilySchedule> schedules(SamplerProperties properties) {
        Map<String, Supplier<FamilySampler>> samplers = samplers(properties);
        return names().stream()
                .filter(f -> !properties.disabledFamilies().contains(f))
                .map(f ->
                        new FamilySchedule(
                                Objects.requireNonNull(samplers.get(f), f).get(),
                                properties.interval(f)))
                .toList();
    }
}
