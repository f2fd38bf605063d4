package io.perfwatch.perfcounter.child;

import io.perfwatch.perfcounter.derive.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is told. */
final class RecordingSink implements CounterSink {
    private final List<Counting> plans = new CopyOnWriteArrayList<>();
    private final List<Interval> intervals = new CopyOnWriteArrayList<>();
    private final List<String> missed = new CopyOnWriteArrayList<>();
    private final List<Instant> times = new CopyOnWriteArrayList<>();

    @Override
    public void counting(Counting counting) {
        plans.add(counting);
    }

    @Override
    public void counted(Instant time, Interval interval) {
        times.add(time);
        intervals.add(interval);
    }

    @Override
    public void missed(Instant time, String reason) {
        times.add(time);
        missed.add(reason);
    }

    Counting plan() {
        return plans.getLast();
    }

    List<Counting> plans() {
        return plans;
    }

    List<Interval> intervals() {
        return intervals;
    }

    List<String> missed() {
        return missed;
    }

    List<Instant> times() {
        return new ArrayList<>(times);
    }
}
