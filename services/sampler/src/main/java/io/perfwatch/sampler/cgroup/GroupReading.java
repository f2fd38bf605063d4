package io.perfwatch.sampler.cgroup;

import io.perfwatch.sampler.pressure.StallReading;
import io.perfwatch.sampler.source.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A group at one moment, in the same units for both versions; what is not there is {@code
 * Fields.ABSENT}.
 *
 * @param limitCores ABSENT without a limit
 * @param io reads, writes, bytes read, bytes written, of all devices
 */
record GroupReading(
        long userMicros,
        long systemMicros,
        long periods,
        long throttledPeriods,
        long throttledMicros,
        double limitCores,
        long memoryBytes,
        long memoryLimitBytes,
        long inactiveFileBytes,
        long killed,
        @Nullable StallReading cpuStall,
        @Nullable StallReading memoryStall,
        @Nullable StallReading ioStall,
        Numbers io,
        long tasks) {}
