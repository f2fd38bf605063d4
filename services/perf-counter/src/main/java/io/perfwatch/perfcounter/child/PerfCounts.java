package io.perfwatch.perfcounter.child;

import java.util.concurrent.atomic.LongAdder;

/** What became of perf's output, since the service's start. */
public final class PerfCounts {
    final LongAdder lines = new LongAdder();
    final LongAdder unreadable = new LongAdder();
    final LongAdder outOfOrder = new LongAdder();
    final LongAdder starts = new LongAdder();
    final LongAdder ends = new LongAdder();

    PerfCounts() {}

    /** All that perf printed. */
    public long lines() {
        return lines.sum();
    }

    /** Stray text, and lines that broke off. */
    public long unreadable() {
        return unreadable.sum();
    }

    /** Lines that belong to no interval, or came after theirs had ended. */
    public long outOfOrder() {
        return outOfOrder.sum();
    }

    /** How often perf was started to count. */
    public long starts() {
        return starts.sum();
    }

    /** How often it ended, or was ended because it hung. */
    public long ends() {
        return ends.sum();
    }
}
