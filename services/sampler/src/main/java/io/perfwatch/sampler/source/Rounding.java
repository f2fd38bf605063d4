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

    /** Parts of a second per second, to 0.0001. */
    public static @Nullable Double share(
            long previous, long current, double unitsPerSecond, double seconds) {
        long difference = current - previous;
        return previous == Fields.ABSENT || current == Fields.ABSENT || difference < 0
                ? null
                : Math.round(difference / unitsPerSecond / seconds * RATIO_STEPS) / RATIO_STEPS;
    }

    /** The same as a part of a whole: never above 1, whatever the clocks say. */
    public static @Nullable Double cappedShare(
            long previous, long current, double unitsPerSecond, double seconds) {
        Double share = share(previous, current, unitsPerSecond, seconds);
        return share == null ? null : Math.min(1.0, share);
    }

    /** A counter of larger units, per second. */
    public static @Nullable Double perSecond(
            long previous, long current, double seconds, long unit) {
        Double perSecond = perSecond(previous, current, seconds);
        return perSecond == null
                ? null
                : (double) Math.round((current - previous) * unit / seconds);
    }

    public static @Nullable Long orNull(long value) {
        return value == Fields.ABSENT ? null : value;
    }

    public static @Nullable Long orNull(long value, long unit) {
        return value == Fields.ABSENT ? null : value * unit;
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
        return Math.round(seconds * 1e3) / 1e3;
    }
}
