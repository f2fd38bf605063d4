package io.perfwatch.sampling;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What became of the attempts to sample one family. */
final class FamilyCounts {
    final LongAdder sampled = new LongAdder();
    final LongAdder noData = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder hanging = new LongAdder();
    final LongAdder attempts = new LongAdder();
    final LongAdder nanos = new LongAdder();
    final LongAdder cpuNanos = new LongAdder();
    private @Nullable Class<?> last;

    /** Whether the outcome is of another kind than the one before. */
    boolean count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Sampled _ -> sampled.increment();
            case Outcome.Primed _ -> {}
            case Outcome.NoData _ -> noData.increment();
            case Outcome.Failed _ -> failed.increment();
            case Outcome.Hanging _ -> hanging.increment();
        }
        boolean changed = outcome.getClass() != last;
        last = outcome.getClass();
        return changed;
    }

    void took(long elapsedNanos, long usedCpuNanos) {
        attempts.increment();
        nanos.add(elapsedNanos);
        cpuNanos.add(usedCpuNanos);
    }
}
