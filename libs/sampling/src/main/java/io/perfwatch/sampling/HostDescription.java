package io.perfwatch.sampling;

import io.perfwatch.metric.HostEvent.Hardware;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the inventory says of this host, read anew each time. */
public final class HostDescription {
    private final String version;
    private final Map<String, String> labels;
    private final HostSource source;
    private final Supplier<@Nullable Hardware> hardware;

    /**
     * @param version of the probe
     * @param hardware absent if that is another probe's matter
     */
    public HostDescription(
            String version,
            Map<String, String> labels,
            HostSource source,
            Supplier<@Nullable Hardware> hardware) {
        this.version = version;
        this.labels = Map.copyOf(labels);
        this.source = source;
        this.hardware = hardware;
    }

    /**
     * @param unavailable what the probe cannot measure, and why
     */
    public HostFacts read(Map<String, String> unavailable) {
        return new HostFacts(
                version,
                source.machineIdHash(),
                source.bootId(),
                labels,
                source.operatingSystem(),
                hardware.get(),
                unavailable);
    }
}
