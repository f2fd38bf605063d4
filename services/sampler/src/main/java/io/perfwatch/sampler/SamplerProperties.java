package io.perfwatch.sampler;

import io.perfwatch.sampler.process.CommandLines;
import io.perfwatch.sampling.FamilySchedule;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the sampler, {@code perfwatch.sampler.*}.
 *
 * @param host name under which the events go; default {@code NODE_NAME}, else the kernel's name
 * @param rootPath where the host's {@code proc} and {@code sys} are, and in a container its {@code
 *     root}; default {@code /}
 * @param source {@code auto} (default: the kernel's files on Linux, OSHI elsewhere), {@code kernel}
 *     or {@code oshi}
 * @param labels sent with the inventory, as {@code labels.zone=a}; default none
 * @param intervals between two samples of a family, 100 ms to 1 h, as {@code intervals.cpu=500ms};
 *     defaults: see {@link Families}
 * @param disabledFamilies what is not sampled; default none
 * @param topProcesses by CPU, and as many by memory, 1 to 200, default 20
 * @param topGroups control groups that are shown, 1 to 200, default 20
 * @param commandLines {@code none}, {@code redacted} (default: what looks like a secret is masked)
 *     or {@code full}
 * @param patience how long a tick waits for a family that hangs, 10 ms to 10 s, default 300 ms
 * @param queueSize what events may take that wait for Kafka, compressed, 1 MB to 1 GB, default 8
 *     MB: half an hour of one host
 * @param flushTimeout how long a stop waits for Kafka, 0 to 1 min, default 5 s
 */
@ConfigurationProperties("perfwatch.sampler")
record SamplerProperties(
        @Nullable String host,
        @DefaultValue("/") String rootPath,
        @DefaultValue("auto") Source source,
        @DefaultValue Map<String, String> labels,
        @DefaultValue Map<String, Duration> intervals,
        @DefaultValue Set<String> disabledFamilies,
        @DefaultValue("20") int topProcesses,
        @DefaultValue("20") int topGroups,
        @DefaultValue("redacted") CommandLines commandLines,
        @DefaultValue("300ms") Duration patience,
        @DefaultValue("8MB") DataSize queueSize,
        @DefaultValue("5s") Duration flushTimeout) {

    private static final int MOST_SHOWN = 200;

    SamplerProperties {
        labels = Map.copyOf(labels);
        intervals = Map.copyOf(intervals);
        disabledFamilies = Set.copyOf(disabledFamilies);
        intervals.keySet().forEach(f -> checkFamily("intervals." + f, f));
        disabledFamilies.forEach(f -> checkFamily("disabled-families", f));
        intervals.forEach((family, interval) ->
                check(
                        "intervals." + family,
                        interval,
                        FamilySchedule.SHORTEST,
                        FamilySchedule.LONGEST));
        if (source.isOshi() && !rootPath.equals("/")) {
            throw new IllegalArgumentException(
                    "perfwatch.sampler.root-path must be / with source oshi, which measures the"
                            + " machine that it runs on, was "
                            + rootPath);
        }
        check("top-processes", topProcesses, 1, MOST_SHOWN);
        check("top-groups", topGroups, 1, MOST_SHOWN);
        check("patience", patience, Duration.ofMillis(10), Duration.ofSeconds(10));
        check("flush-timeout", flushTimeout, Duration.ZERO, Duration.ofMinutes(1));
        check("queue-size", queueSize, DataSize.ofMegabytes(1), DataSize.ofGigabytes(1));
    }

    private static void checkFamily(String key, String family) {
        if (!Families.names().contains(family)) {
            throw new IllegalArgumentException(
                    "perfwatch.sampler.%s: \"%s\" is no family, there are %s"
                            .formatted(key, family, Families.names()));
        }
    }

    private static <T extends Comparable<T>> void check(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "perfwatch.sampler.%s must be between %s and %s, was %s"
                            .formatted(key, least, most, value));
        }
    }

    Duration interval(String family) {
        Duration configured = intervals.get(family);
        return configured != null ? configured : Families.defaultInterval(family);
    }
}
