package io.perfwatch.sampler.pressure;

import io.perfwatch.metric.PressureStall;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.Rounding;
import io.perfwatch.sampler.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * A pressure file of the host or of a group: a line {@code some}, and mostly a line {@code full}.
 */
public record StallReading(@Nullable Line some, @Nullable Line full) {
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double PERCENT = 100;

    /**
     * {@code avg10=0.12 avg60=0.05 avg300=0.00 total=36421}.
     *
     * @param ratio10 part of the last ten seconds, 0..1
     * @param micros that tasks stood still, since the kernel started
     */
    public record Line(double ratio10, double ratio60, double ratio300, long micros) {
        static Line from(Text text) {
            return new Line(ratio(text), ratio(text), ratio(text), after(text).number());
        }

        private static double ratio(Text text) {
            return Math.round(after(text).decimal() * PERCENT) / (PERCENT * PERCENT);
        }

        private static Text after(Text text) {
            text.skipPast('=');
            return text;
        }
    }

    public static StallReading from(Text text) {
        Line some = text.skip("some ") ? Line.from(text) : null;
        if (some != null) {
            text.nextLine();
        }
        Line full = text.skip("full ") ? Line.from(text) : null;
        return new StallReading(some, full);
    }

    PressureStall since(StallReading previous, double seconds) {
        return new PressureStall(
                some == null ? null : some.ratio10,
                some == null ? null : some.ratio60,
                some == null ? null : some.ratio300,
                someStalled(previous, seconds),
                full == null ? null : full.ratio10,
                full == null ? null : full.ratio60,
                full == null ? null : full.ratio300,
                fullStalled(previous, seconds));
    }

    /** Seconds per second in which some task waited. */
    public @Nullable Double someStalled(StallReading previous, double seconds) {
        return stalled(previous.some, some, seconds);
    }

    /** Seconds per second in which all tasks waited. */
    public @Nullable Double fullStalled(StallReading previous, double seconds) {
        return stalled(previous.full, full, seconds);
    }

    private static @Nullable Double stalled(
            @Nullable Line previous, @Nullable Line current, double seconds) {
        return Rounding.share(
                previous == null ? Fields.ABSENT : previous.micros,
                current == null ? Fields.ABSENT : current.micros,
                MICROS_PER_SECOND,
                seconds);
    }
}
