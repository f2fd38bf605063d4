package io.perfwatch.sampling;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The clocks of a probe: one that never steps for intervals, one that people read, one of what it
 * costs.
 */
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
                public long threadCpuNanos() {
                    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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

    /** CPU time that the calling thread has used, whatever else runs on the machine. */
    long threadCpuNanos();

    /** Returns at once if that time is over. */
    void sleepUntil(long nanoTime) throws InterruptedException;
}
