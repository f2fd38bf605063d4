package io.perfwatch.perfcounter.plan;

import java.util.List;

/** What the profiles are made of. */
final class EventLists {
    /** Count on any machine that lets perf count at all. */
    static final List<Choice> SOFTWARE =
            List.of(
                    Choice.of("task-clock"),
                    Choice.of("context-switches"),
                    Choice.of("cpu-migrations"),
                    Choice.of("page-faults"),
                    Choice.of("minor-faults"),
                    Choice.of("major-faults"));

    static final List<Choice> FOUR_COUNTERS =
            List.of(
                    Choice.of("cycles", "instructions"),
                    Choice.either(
                            EventGroup.of("branches", "branch-misses"),
                            EventGroup.of("cache-references", "cache-misses")));

    /** A ratio is right only inside a group, so instructions are in each that needs them. */
    static final List<Choice> MANY_COUNTERS =
            List.of(
                    Choice.of(
                            "cycles",
                            "instructions",
                            "stalled-cycles-frontend",
                            "stalled-cycles-backend"),
                    Choice.of("branches", "branch-misses"),
                    Choice.of("cache-references", "cache-misses"),
                    Choice.of("instructions", "L1-dcache-loads", "L1-dcache-load-misses"),
                    Choice.of("instructions", "L1-icache-load-misses"),
                    Choice.of("instructions", "LLC-loads", "LLC-load-misses"),
                    Choice.of("instructions", "dTLB-loads", "dTLB-load-misses"),
                    Choice.of("instructions", "iTLB-loads", "iTLB-load-misses"),
                    // Intel's. perf 7 has a slots on any machine, which by itself says nothing.
                    Choice.wholeOf(
                            "slots",
                            "topdown-retiring",
                            "topdown-bad-spec",
                            "topdown-fe-bound",
                            "topdown-be-bound"));

    /** Registers of their own beside the counters, on x86: they take none away. */
    static final List<Choice> CLOCKS = List.of(Choice.of("msr/aperf/", "msr/mperf/", "msr/tsc/"));

    private EventLists() {}
}
