package io.perfwatch.perfcounter.derive;

import io.perfwatch.perfcounter.output.PerfLine.Data;
import java.util.List;

/**
 * What perf printed for one interval.
 *
 * @param seconds how long it was, by perf's clock
 * @param lines in perf's order
 */
public record Interval(double seconds, List<Data> lines) {
    public Interval {
        lines = List.copyOf(lines);
    }
}
