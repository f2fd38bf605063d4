package io.perfwatch.bench.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for something to become true. */
public final class Waiting {
    private static final long PAUSE_MILLIS = 200;

    /**
     * What is waited for.
     *
     * @param <E> what else may go wrong while it is asked
     */
    @FunctionalInterface
    public interface Condition<E extends Exception> {
        boolean holds() throws IOException, InterruptedException, E;
    }

    private Waiting() {}

    /**
     * @param what it is waited for, for the exception
     * @throws IOException if it takes longer than {@code most}
     */
    public static <E extends Exception> void until(
            String what, Duration most, Condition<E> condition)
            throws IOException, InterruptedException, E {
        long deadline = System.nanoTime() + most.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("waited " + most + " in vain: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
