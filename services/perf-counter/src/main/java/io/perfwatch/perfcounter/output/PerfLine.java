package io.perfwatch.perfcounter.output;

import org.jspecify.annotations.Nullable;

/** One line of {@code perf stat}'s output. */
public sealed interface PerfLine {

    /**
     * A line with figures: a reading, a metric that perf computed, or both.
     *
     * @param interval seconds since perf began, absent without {@code -I}
     * @param cpu its number, absent unless {@code -A}
     * @param cgroup absent where the whole host is counted
     */
    record Data(
            @Nullable Double interval,
            @Nullable Integer cpu,
            @Nullable String cgroup,
            @Nullable Reading reading,
            @Nullable TopDown topDown)
            implements PerfLine {}

    /** Blank, a comment, or a heading without figures. */
    record Nothing() implements PerfLine {}

    /** Stray text, or a line that broke off. */
    record Unreadable() implements PerfLine {}

    /**
     * One event of one interval.
     *
     * @param event as perf names it: {@code context-switches}, {@code cpu_core/cycles/}
     * @param unit {@code msec}, or empty for a plain count
     */
    record Reading(String event, String unit, Value value) {}

    /** What perf has for an event. */
    sealed interface Value {}

    /**
     * @param count in the reading's unit, scaled up already by perf where the counter ran part-time
     * @param runningNanos how long it was on the hardware, all CPUs together
     * @param runningRatio part of the enabled time, over 0 to 1
     */
    record Counted(double count, double runningNanos, double runningRatio) implements Value {}

    /** Why there is no count. */
    enum Missing implements Value {
        NOT_COUNTED,
        NOT_SUPPORTED
    }

    /**
     * A top-down metric of level 1.
     *
     * @param ratio 0..1
     */
    record TopDown(Slots slots, double ratio) {}

    /** What a pipeline slot was spent on. */
    enum Slots {
        RETIRING,
        BAD_SPECULATION,
        FRONTEND_BOUND,
        BACKEND_BOUND
    }
}
