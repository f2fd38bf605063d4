package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host and one of its probes are; sent at the probe's start, on change and every ten
 * minutes.
 *
 * @param version of the probe
 * @param machineIdHash SHA-256 of the machine id, hex: tells two machines of one name apart
 * @param bootId of the running kernel: changes with each boot
 * @param labels from the probe's configuration
 * @param hardware absent where the probe does not look at it
 */
public record HostEvent(
        String host,
        String probe,
        UUID run,
        long sequence,
        @EventTime Instant time,
        String version,
        @Nullable String machineIdHash,
        @Nullable String bootId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> labels,
        @Nullable OperatingSystem operatingSystem,
        @Nullable Hardware hardware,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> unavailable)
        implements Event {

    public HostEvent {
        labels = Absent.toEmpty(labels);
        unavailable = Absent.toEmpty(unavailable);
    }

    /** A host has one entry a probe. */
    @Override
    public String key() {
        return host + "/" + probe;
    }

    /**
     * What runs on the host.
     *
     * @param name as it calls itself: {@code Debian GNU/Linux 12 (bookworm)}
     * @param kernel release of the kernel: {@code 6.1.0-25-amd64}
     * @param architecture {@code amd64}, {@code arm64}, …
     * @param virtualization {@code kvm}, {@code docker}, … absent on bare metal or where unknown
     * @param bootTime when the kernel started
     */
    public record OperatingSystem(
            String name,
            @Nullable String kernel,
            String architecture,
            @Nullable String virtualization,
            @Nullable @EventTime Instant bootTime) {}

    /**
     * What the host is made of.
     *
     * @param cpuModel as the vendor writes it; of ARM, which writes a number, the name of that
     * @param sockets at least 1
     * @param cores physical ones
     * @param threads logical CPUs
     * @param memoryBytes usable by the kernel
     * @param caches of the CPUs, of each kind one
     * @param disks that hold data
     * @param interfaces that there are
     */
    public record Hardware(
            @Nullable String cpuModel,
            @Nullable Integer sockets,
            @Nullable Integer cores,
            @Nullable Integer threads,
            @Nullable Long memoryBytes,
            @Nullable List<Cache> caches,
            @Nullable List<Disk> disks,
            @Nullable List<Interface> interfaces) {

        public Hardware {
            caches = copy(caches);
            disks = copy(disks);
            interfaces = copy(interfaces);
        }

        private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
            return list == null ? null : List.copyOf(list);
        }
    }

    /**
     * A cache of the CPUs.
     *
     * @param name {@code L1d}, {@code L1i}, {@code L2}, …
     * @param sizeBytes of one
     * @param count how many of it there are
     */
    public record Cache(String name, long sizeBytes, int count) {}

    /**
     * A disk.
     *
     * @param name as in {@code disks[name]}
     * @param model as the vendor writes it
     * @param rotational whether it is said to turn
     */
    public record Disk(
            String name,
            @Nullable String model,
            @Nullable Long sizeBytes,
            @Nullable Boolean rotational) {}

    /**
     * A network interface.
     *
     * @param name as in {@code networks[name]}
     * @param driver of the kernel, absent for virtual ones
     * @param mtuBytes longest packet
     */
    public record Interface(String name, @Nullable String driver, @Nullable Long mtuBytes) {}
}
