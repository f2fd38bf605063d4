package io.perfwatch.perfcounter.plan;

import java.util.List;
import java.util.stream.Stream;

/** The event lists that come with PerfWatch. */
public enum Profile {
    /** Fits four counters, so nothing is multiplexed. */
    DEFAULT,
    /** More than most CPUs count at once: perf takes turns, and runningRatio says how much. */
    WIDE;

    /** In the order in which perf is to be asked. */
    public List<Choice> choices() {
        List<Choice> hardware =
                switch (this) {
                    case DEFAULT -> EventLists.FOUR_COUNTERS;
                    case WIDE -> EventLists.MANY_COUNTERS;
                };
        return Stream.of(EventLists.SOFTWARE, hardware, EventLists.CLOCKS)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether perf's metric TopdownL1 stands in where the CPU has no slots event. */
    public boolean topDown() {
        return this == WIDE;
    }
}
