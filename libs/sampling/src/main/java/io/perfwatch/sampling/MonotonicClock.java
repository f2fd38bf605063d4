package io.perfwatch.sampling;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The two clocks of a probe: one that never steps for intervals, one that people read. */
public interface MonotonicClock {
    MonotonicClock SYSTEM =
            new MonotonicClock() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public Instant wallTime() {
                    return Instant.now();
                }

                @Override
                public void sleepUntil(long nanoTime) throws InterruptedException {
                    long left;
                    while ((left = nanoTime - System.nanoTime()) > 0) {
                        LockSupport.parkNanos(left);
                        if (Thread.interrupted()) {
                            throw new InterruptedException();
                        }
                    }
                }
            };

    /** As {@link System#nanoTime}. */
    long nanoTime();

    Instant wallTime();

    /** Returns at once if that time is over. */
    void sleepUntil(long nanoTime) throws InterruptedException;
}
