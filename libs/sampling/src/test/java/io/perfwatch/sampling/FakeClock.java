package io.perfwatch.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Time passes when the test lets it: one permit for each sleep. */
final class FakeClock implements MonotonicClock {
    private final Semaphore sleeps = new Semaphore(0);
    private volatile Duration wallStep = Duration.ZERO;
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public Instant wallTime() {
        return Instant.ofEpochSecond(0, nanos.get()).plus(wallStep);
    }

    /** A thread that works the half of the time. */
    @Override
    public long threadCpuNanos() {
        return nanos.get() / 2;
    }

    @Override
    public void sleepUntil(long nanoTime) throws InterruptedException {
        sleeps.acquire();
        nanos.accumulateAndGet(nanoTime, Math::max);
    }

    void allowSleeps(int count) {
        sleeps.release(count);
    }

    /** As when somebody sets the clock. */
    void stepWallClock(Duration by) {
        wallStep = by;
    }

    void advance(long elapsedNanos) {
        nanos.addAndGet(elapsedNanos);
    }
}
