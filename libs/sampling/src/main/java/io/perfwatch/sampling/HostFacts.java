package io.perfwatch.sampling;

import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.HostEvent;
import io.perfwatch.metric.HostEvent.Hardware;
import io.perfwatch.metric.HostEvent.OperatingSystem;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link HostEvent} says, whenever it is sent.
 *
 * @param version of the probe
 * @param unavailable what the probe cannot measure, and why
 */
public record HostFacts(
        String version,
        @Nullable String machineIdHash,
        @Nullable String bootId,
        Map<String, String> labels,
        @Nullable OperatingSystem operatingSystem,
        @Nullable Hardware hardware,
        Map<String, String> unavailable) {
    public HostFacts {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        unavailable = Collections.unmodifiableMap(new TreeMap<>(unavailable));
    }

    HostEvent event(Envelope envelope) {
        return new HostEvent(
                envelope.host(),
                envelope.probe(),
                envelope.run(),
                envelope.sequence(),
                envelope.time(),
                version,
                machineIdHash,
                bootId,
                labels,
                operatingSystem,
                hardware,
                unavailable);
    }
}
