package io.perfwatch.sampling;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One thread's walk over the families of a tick. If one hangs, the walk is taken away from it. */
final class Round implements Runnable {
    private static final int ABANDONED = Integer.MIN_VALUE;

    private final List<ScheduledFamily> families;
    private final MonotonicClock clock;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);

    Round(List<ScheduledFamily> families, MonotonicClock clock) {
        this.families = List.copyOf(families);
        this.clock = clock;
    }

    @Override
    public void run() {
        for (int i = 0; i < families.size(); i++) {
            families.get(i).attempt(clock);
            if (!next.compareAndSet(i, i + 1)) {
                return;
            }
        }
        done.countDown();
    }

    boolean awaitDone(long nanos) throws InterruptedException {
        return done.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Ends the walk at the family that hangs; returns those behind it. */
    List<ScheduledFamily> abandon() {
        int at = next.getAndSet(ABANDONED);
        return families.subList(Math.min(at + 1, families.size()), families.size());
    }
}
