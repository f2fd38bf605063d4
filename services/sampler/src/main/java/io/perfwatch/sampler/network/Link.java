package io.perfwatch.sampler.network;

import org.jspecify.annotations.Nullable;

/**
 * What the driver knows of a cable.
 *
 * @param speedBitsPerSecond absent for virtual interfaces and where no cable is in
 * @param up absent where the driver does not tell
 */
record Link(@Nullable Long speedBitsPerSecond, @Nullable Boolean up) {
    static final Link UNKNOWN = new Link(null, null);
}
