package io.perfwatch.perfcounter.derive;

import io.perfwatch.perfcounter.output.PerfLine.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the lines of one run of perf together to intervals. perf marks no end of an interval: it is
 * when as many lines have come as ever came, when the next interval begins, or when the caller
 * finds that nothing more comes ({@link #flush}).
 */
public final class IntervalAssembler {
    private final List<Data> lines = new ArrayList<>();
    private double current;
    private double previous;
    private int most;
    private long outOfOrder;

    /** Takes a line, and gives the interval that it ends. */
    public Optional<Interval> add(Data line) {
        Double at = line.interval();
        if (at == null || at <= previous || at < current) {
            outOfOrder++;
            return Optional.empty();
        }
        Optional<Interval> ended = at > current ? flush() : Optional.empty();
        current = at;
        lines.add(line);
        boolean complete = most > 0 && lines.size() == most;
        return ended.isPresent() || !complete ? ended : flush();
    }

    /** Ends the interval that is open, if one is. */
    public Optional<Interval> flush() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Interval interval = new Interval(current - previous, lines);
        most = Math.max(most, lines.size());
        previous = current;
        lines.clear();
        return Optional.of(interval);
    }

    public boolean isOpen() {
        return !lines.isEmpty();
    }

    /** Lines that belong to no interval, or came after their interval had ended. */
    public long outOfOrder() {
        return outOfOrder;
    }
}
