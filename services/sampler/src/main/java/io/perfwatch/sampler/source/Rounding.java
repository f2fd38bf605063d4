package io.perfwatch.sampler.source;

import org.jspecify.annotations.Nullable;

/** Differences and parts, rounded to what their source knows; absent where it knows nothing. */
public final class Rounding {
    private static final double RATIO_STEPS = 1e4;
    private static final double RATE_STEPS = 1e2;

    private Rounding() {}

    /** A part of a whole, to 0.0001: a clock tick of 10 ms is 0.01 of a second on one CPU. */
    public static @Nullable Double ratio(long part, long whole) {
        return whole > 0 && part >= 0
                ? Math.round((double) part / whole * RATIO_STEPS) / RATIO_STEPS
                : null;
    }

    /** Events per second, to 0.01; absent if the counter went back or is not there. */
    public static @Nullable Double perSecond(long previous, long current, double seconds) {
        long difference = current - previous;
        return previous == Fields.ABSENT || current == Fields.ABSENT || difference < 0
                ? null
                : rate(difference / seconds);
    }

    /** To 0.01. */
    public static double rate(double value) {
        return Math.round(value * RATE_STEPS) / RATE_STEPS;
    }

    /** Seconds to microseconds. */
    public static double seconds(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    /** To milliseconds: what an interval is worth. */
    public static double interval(double seconds) {
        return Math.round(seconds * 1e4) / 1e4;
    }
}
