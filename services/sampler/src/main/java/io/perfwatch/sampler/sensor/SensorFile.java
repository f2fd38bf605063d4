package io.perfwatch.sampler.sensor;

import io.perfwatch.metric.Sensor;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import org.jspecify.annotations.Nullable;

/**
 * One sensor.
 *
 * @param name chip and label: {@code coretemp/Core 0}
 * @param critical absent if the chip knows none
 */
record SensorFile(Kind kind, String name, KernelFile file, @Nullable Double critical) {
    /** What the number in the file is. */
    enum Kind {
        MILLI_CELSIUS,
        ROTATIONS_PER_MINUTE,
        MICRO_WATTS,
        /** Since the kernel started, back to 0 at a bound: RAPL. */
        MICRO_JOULES
    }

    long read() {
        return file.numberOr(Fields.ABSENT);
    }

    /** Absent if there is nothing to say. */
    @Nullable Sensor compare(@Nullable Long before, long now, double seconds) {
        if (now == Fields.ABSENT) {
            return null;
        }
        return switch (kind) {
            case MILLI_CELSIUS -> new Sensor(now / 1e3, critical, null, null);
            case ROTATIONS_PER_MINUTE -> new Sensor(null, null, (double) now, null);
            case MICRO_WATTS -> new Sensor(null, null, null, now / 1e6);
            case MICRO_JOULES -> power(before, now, seconds);
        };
    }

    /** A counter that went back says nothing of this interval. */
    private static @Nullable Sensor power(@Nullable Long before, long now, double seconds) {
        return before == null || before == Fields.ABSENT || now < before
                ? null
                : new Sensor(null, null, null, Math.round((now - before) / seconds / 1e4) / 1e2);
    }
}
