package io.perfwatch.sampling;

import io.perfwatch.metric.HostEvent.OperatingSystem;
import org.jspecify.annotations.Nullable;

/** Tells which host this is and what runs on it. */
public interface HostSource {
    /** SHA-256 of what names the machine for ever; the name itself is nobody's business. */
    @Nullable String machineIdHash();

    /** Another one each time that the kernel starts; absent where there is none. */
    @Nullable String bootId();

    OperatingSystem operatingSystem();
}
