package io.perfwatch.perfcounter.child;

import io.perfwatch.perfcounter.derive.Interval;
import java.time.Instant;

/** Takes what perf counted, or why it did not. Called by one thread. */
public interface CounterSink {
    /** perf runs; all that follows is by this plan. */
    void counting(Counting counting);

    /**
     * @param time end of the interval
     */
    void counted(Instant time, Interval interval);

    /** An interval went by without a count. */
    void missed(Instant time, String reason);
}
